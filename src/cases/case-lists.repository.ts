import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { Acuity, CaseState } from './case.entity';
import type { CaseWorkerRole } from './case-worker.entity';
import { caseRoles, WORKS_AT_SITE } from './caseloads.repository';

/** A case as lists read it. */
export interface CaseRow {
  id: string;
  siteId: string;
  timeZone: string;
  code: string;
  state: CaseState;
  sealed: boolean;
  acuity: Acuity;
  openedOn: string;
  closedOn: string | null;
  leadId: string | null;
  leadName: string | null;
  closingAsked: boolean;
  lastContactOn: string | null;
  /** The reader's own part in the team. */
  role: CaseWorkerRole | null;
}

/** Which cases a list shows. */
export interface CaseFilter {
  siteId: string;
  state: CaseState;
  acuity: Acuity | null;
  leadId: string | null;
  after: string | null;
  limit: number;
}

/** Named queries of lists of cases. Row level security leaves sealed cases of other teams out of them. */
@Injectable()
export class CaseListsRepository {
  constructor(private readonly tx: Tx) {}

  /** Cases of a site, the newest first. */
  atSite(filter: CaseFilter): Promise<CaseRow[]> {
    return this.tx.rows(AT_SITE, this.parameters(filter));
  }

  /** Cases of a site on whose team the reader is, the newest first. */
  ofReader(filter: CaseFilter): Promise<CaseRow[]> {
    return this.tx.rows(OF_READER, this.parameters(filter));
  }

  /** Open cases of a site without a lead who can work there: the account is disabled, or the role is over. */
  leftBehind(siteId: string, after: string | null, limit: number): Promise<CaseRow[]> {
    const { organizationId, userId } = this.tx.scope;
    return this.tx.rows(LEFT_BEHIND, [organizationId, siteId, caseRoles, after, limit, userId]);
  }

  private parameters({ siteId, state, acuity, leadId, after, limit }: CaseFilter): unknown[] {
    const { organizationId, userId } = this.tx.scope;
    return [organizationId, siteId, state, acuity, leadId, after, limit, userId];
  }
}

const LINE = `found.id, found.site_id as "siteId", site.time_zone as "timeZone", found.code, found.state, found.sealed, found.acuity, found.opened_on::text as "openedOn",
  found.closed_on::text as "closedOn", lead.user_id as "leadId", lead.name as "leadName",
  exists (select from case_closings closing where closing.organization_id = $1 and closing.case_id = found.id and closing.state = 'requested') as "closingAsked",
  (select max(note.contact_on)::text from case_notes note where note.organization_id = $1 and note.case_id = found.id and note.signed_at is not null) as "lastContactOn"`;
const LINE_TABLES = `join sites site on site.organization_id = found.organization_id and site.id = found.site_id
  left join lateral (
    select leads.user_id, account.full_name as name, account.status
      from case_workers leads join users account on account.organization_id = leads.organization_id and account.id = leads.user_id
     where leads.organization_id = $1 and leads.case_id = found.id and leads.role = 'lead' and leads.ended_at is null) lead on true`;
const OWN_ROLE = `(select own.role from case_workers own where own.organization_id = $1 and own.case_id = found.id and own.user_id = $8 and own.ended_at is null) as role`;
const FILTER = `($4::text is null or found.acuity = $4) and ($5::uuid is null or lead.user_id = $5) and ($6::uuid is null or found.id < $6)`;

export const AT_SITE = `
  select ${LINE}, ${OWN_ROLE} from cases found ${LINE_TABLES}
   where found.organization_id = $1 and found.site_id = $2 and found.state = $3 and ${FILTER}
   order by found.id desc limit $7`;
export const OF_READER = `
  select ${LINE}, own.role from case_workers own join cases found on found.organization_id = own.organization_id and found.id = own.case_id ${LINE_TABLES}
   where own.organization_id = $1 and own.user_id = $8 and own.ended_at is null and found.site_id = $2 and found.state = $3 and ${FILTER}
   order by found.id desc limit $7`;
const LEFT_BEHIND = `
  select ${LINE}, (select own.role from case_workers own where own.organization_id = $1 and own.case_id = found.id and own.user_id = $6 and own.ended_at is null) as role
    from cases found ${LINE_TABLES}
   where found.organization_id = $1 and found.site_id = $2 and found.state = 'open' and ($4::uuid is null or found.id < $4)
     and not exists (select from users account where account.organization_id = $1 and account.id = lead.user_id and ${WORKS_AT_SITE})
   order by found.id desc limit $5`;
