import { Injectable } from '@nestjs/common';
import { permissions, roles } from '../auth/permissions';
import { Tx } from '../platform/database/tx';

/** A colleague who can carry cases at a site, with what they carry now as far as the reader sees it. */
export interface WorkerLoad {
  userId: string;
  name: string;
  low: number;
  moderate: number;
  high: number;
  /** The lowest ceiling among the programs of their cases; null when none says one. */
  ceiling: number | null;
}

/** What waits in a worker's cases. */
export interface WorkerWaiting {
  userId: string;
  closingAsked: number;
  withoutContact: number;
  /** The day of the last contact with the family that was heard of longest ago. */
  oldestContactOn: string | null;
  approvalsWaiting: number;
  followUpsDue: number;
  unsignedNotes: number;
}

/** Roles that work on cases. */
export const caseRoles = roles.filter((role) => (permissions[role] as readonly string[]).includes('cases.work'));

/** Named queries of who carries how much. Row level security leaves sealed cases of other teams out of every count. */
@Injectable()
export class CaseloadsRepository {
  constructor(private readonly tx: Tx) {}

  /** Everybody who can carry cases at a site, or one of them. */
  workersAt(siteId: string, on: string, userId: string | null = null): Promise<WorkerLoad[]> {
    return this.tx.rows(WORKERS_AT, [this.tx.scope.organizationId, siteId, caseRoles, userId, on]);
  }

  /** What waits in the cases of workers at a site on a day; after `usualNoContactDays` a contact is too long ago where no program says otherwise. */
  waitingAt(siteId: string, today: string, usualNoContactDays: number, now: Date): Promise<WorkerWaiting[]> {
    return this.tx.rows(WAITING_AT, [this.tx.scope.organizationId, siteId, today, usualNoContactDays, now]);
  }
}

// The same two days as sec.session_actor compares with, so that who can be chosen can also sign in and work.
export const WORKS_AT_SITE = `account.status = 'active' and exists (
    select from role_grants given
     where given.organization_id = account.organization_id and given.user_id = account.id and given.role = any ($3::text[]) and given.ended_at is null
       and given.valid_from <= (now() at time zone 'UTC')::date and (given.valid_to is null or given.valid_to >= (now() at time zone 'UTC' - interval '12 hours')::date)
       and (given.scope = 'organization' or (given.scope = 'site' and given.scope_id = $2)))`;

const WORKERS_AT = `
  select account.id as "userId", account.full_name as name,
         count(led.id) filter (where led.acuity = 'low')::int as low, count(led.id) filter (where led.acuity = 'moderate')::int as moderate,
         count(led.id) filter (where led.acuity = 'high')::int as high,
         (select min((rule.value #>> '{}')::numeric)::float8 from program_rules rule
           where rule.organization_id = $1 and rule.key = 'caseload_ceiling' and rule.superseded_at is null and daterange(rule.effective_from, rule.effective_to) @> $5::date
             and jsonb_typeof(rule.value) = 'number' and rule.program_id in (
               select enrolled.program_id from enrollments enrolled join case_workers leads on leads.organization_id = $1 and leads.case_id = enrolled.case_id
                where enrolled.organization_id = $1 and leads.user_id = account.id and leads.role = 'lead' and leads.ended_at is null)) as ceiling
    from users account
    left join (
      select worker.user_id, found.id, found.acuity
        from case_workers worker join cases found on found.organization_id = worker.organization_id and found.id = worker.case_id and found.state = 'open'
       where worker.organization_id = $1 and worker.role = 'lead' and worker.ended_at is null) led on led.user_id = account.id
   where account.organization_id = $1 and ($4::uuid is null or account.id = $4) and ${WORKS_AT_SITE}
   group by account.organization_id, account.id, account.full_name
   order by account.full_name, account.id`;

const WAITING_AT = `
  with drafts as materialized (select case_id, author_id, notes from sec.unsigned_notes($5)),
  led as (
    select worker.user_id, found.id, found.opened_on, found.state,
           (select max(note.contact_on) from case_notes note where note.organization_id = $1 and note.case_id = found.id and note.signed_at is not null) as contact_on,
           coalesce((select min((rule.value #>> '{}')::int) from program_rules rule
             where rule.organization_id = $1 and rule.key = 'no_contact_days' and rule.superseded_at is null and daterange(rule.effective_from, rule.effective_to) @> $3::date
               and jsonb_typeof(rule.value) = 'number'
               and rule.program_id in (select enrolled.program_id from enrollments enrolled where enrolled.organization_id = $1 and enrolled.case_id = found.id)), $4::int) as days
      from cases found
      join case_workers worker on worker.organization_id = $1 and worker.case_id = found.id and worker.role = 'lead' and worker.ended_at is null
     where found.organization_id = $1 and found.site_id = $2)
  select led.user_id as "userId",
         count(*) filter (where led.state = 'open' and exists (select from case_closings closing
           where closing.organization_id = $1 and closing.case_id = led.id and closing.state = 'requested'))::int as "closingAsked",
         count(*) filter (where led.state = 'open' and coalesce(led.contact_on, led.opened_on) < $3::date - led.days)::int as "withoutContact",
         (min(coalesce(led.contact_on, led.opened_on)) filter (where led.state = 'open'))::text as "oldestContactOn",
         coalesce(sum((select count(*) from case_approvals approval where approval.organization_id = $1 and approval.case_id = led.id and approval.state = 'requested')), 0)::int as "approvalsWaiting",
         coalesce(sum((select count(*) from case_follow_ups due where due.organization_id = $1 and due.case_id = led.id and due.state = 'planned' and due.due_on <= $3::date)), 0)::int as "followUpsDue",
         coalesce(sum((select sum(draft.notes) from drafts draft where draft.case_id = led.id and draft.author_id = led.user_id)), 0)::int as "unsignedNotes"
    from led group by led.user_id`;
