import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';

/** Something with an id and what it is called. */
export interface Named {
  id: string;
  name: string;
}

/** Names that lie in clear, for whom services can be logged. */
@Injectable()
export class ServiceTargets {
  constructor(private readonly tx: Tx) {}

  /** The codes of parties. */
  partyCodes(organizationId: string, partyIds: readonly string[]): Promise<Named[]> {
    return this.tx.rows('select id, code as name from parties where organization_id = $1 and id = any ($2::uuid[]) order by code', [organizationId, partyIds]);
  }

  /** The names of rooms, in the order of the house. */
  roomNames(organizationId: string, roomIds: readonly string[]): Promise<Named[]> {
    return this.tx.rows('select id, name from rooms where organization_id = $1 and id = any ($2::uuid[]) order by position, name', [organizationId, roomIds]);
  }

  /** Active colleagues with a role at the site or for the whole organization on a day. */
  colleagues(organizationId: string, siteId: string, on: string): Promise<Named[]> {
    return this.tx.rows(COLLEAGUES, [organizationId, siteId, on]);
  }
}

const COLLEAGUES = `
  select u.id, u.full_name as name from users u
   where u.organization_id = $1 and u.status = 'active' and exists (
     select from role_grants g
      where g.organization_id = $1 and g.user_id = u.id and (g.scope = 'organization' or (g.scope = 'site' and g.scope_id = $2))
        and g.ended_at is null and g.valid_from <= $3::date and (g.valid_to is null or g.valid_to >= $3::date))
   order by u.full_name, u.id`;
