import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import type { Acuity, CaseState } from './case.entity';
import type { CaseWorkerRole } from './case-worker.entity';
import { caseProblems } from './cases.errors';
import { caseOffers, casesPolicy, type CaseNeed, type CaseOffer } from './cases.policy';

/** A case that the actor was let to, with the actor's own part in its team. */
export interface CaseAtHand {
  id: string;
  siteId: string;
  timeZone: string;
  partyId: string | null;
  /** The case of the same people that came before it, when the actor may know of it. */
  previousCaseId: string | null;
  code: string;
  state: CaseState;
  sealed: boolean;
  acuity: Acuity;
  openedOn: string;
  closedOn: string | null;
  version: number;
  role: CaseWorkerRole | null;
}

/** The door to a case for every room that keeps something on it. */
@Injectable()
export class CaseAccess {
  constructor(private readonly tx: Tx) {}

  /**
   * The case, when the actor may have what they need of it. A case of another site or organization, and a sealed one of another team,
   * is answered like one that does not exist. `work` is refused on a closed case.
   */
  async require(actor: Actor, need: CaseNeed, caseId: string): Promise<CaseAtHand> {
    const [found] = await this.tx.rows<CaseAtHand>(CASE_AT_HAND, [actor.organizationId, caseId, actor.userId]);
    if (!found || !casesPolicy.allows(actor, 'see', found)) throw common.NOT_FOUND();
    if (!casesPolicy.allows(actor, need, found)) throw caseProblems.CASE_NOT_YOURS();
    if (need === 'work' && found.state === 'closed') throw caseProblems.CASE_CLOSED();
    return found;
  }

  /** Everything the actor may do with a case, for the screens. */
  offers(actor: Actor, found: CaseAtHand): CaseOffer[] {
    const open = found.state === 'open';
    const works = casesPolicy.allows(actor, 'work', found);
    const said: Record<CaseOffer, boolean> = {
      see: casesPolicy.allows(actor, 'see', found),
      read: casesPolicy.allows(actor, 'read', found),
      work: works && open,
      supervise: casesPolicy.allows(actor, 'supervise', found),
      team: casesPolicy.changesTeam(actor, found),
      seal: casesPolicy.seals(actor, found) && !found.sealed,
      unseal: casesPolicy.seals(actor, found) && found.sealed,
      close: works && open,
      reopen: casesPolicy.allows(actor, 'supervise', found) && !open,
      followUp: works && !open,
    };
    return caseOffers.filter((offer) => said[offer]);
  }

  /** The persons a case is about at present. */
  async members(caseId: string): Promise<string[]> {
    const rows = await this.tx.rows<{ personId: string }>(MEMBERS, [this.tx.scope.organizationId, caseId]);
    return rows.map(({ personId }) => personId);
  }
}

export const CASE_AT_HAND = `
  select c.id, c.site_id as "siteId", site.time_zone as "timeZone", c.party_id as "partyId", c.code, c.state, c.sealed, c.acuity, c.opened_on::text as "openedOn",
         c.closed_on::text as "closedOn", c.version,
         (select before.id from cases before where before.organization_id = $1 and before.id = c.previous_case_id) as "previousCaseId",
         (select worker.role from case_workers worker where worker.organization_id = $1 and worker.case_id = c.id and worker.user_id = $3 and worker.ended_at is null) as role
    from cases c join sites site on site.organization_id = c.organization_id and site.id = c.site_id
   where c.organization_id = $1 and c.id = $2`;
const MEMBERS = `select person_id as "personId" from case_members where organization_id = $1 and case_id = $2 and left_on is null order by id`;
