import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import type { Labels } from '../program-measure.entity';
import type { RuleKey, RuleValue } from '../rule-keys';
import type { Enrollment } from './enrollment.entity';
import type { EnrollmentState } from './enrollment.lifecycle';

/** An enrollment as lists need it: the name of its program, and whether the reader is on the team of its case. */
export type EnrollmentRow = Omit<Enrollment, 'organizationId' | 'recordedAt' | 'recordedBy'> & { programName: string; timeZone: string; onTeam: boolean };

/** An enrollment to be written. */
export type NewEnrollment = Pick<
  Enrollment,
  'id' | 'programId' | 'siteId' | 'personId' | 'offerId' | 'basis' | 'referredBy' | 'offeredOn' | 'eligibility' | 'overridden' | 'overrideSealed'
>;

/** A step that was taken, with the name of the colleague who wrote it down. */
export interface EventRow {
  id: string;
  enrollmentId: string;
  from: EnrollmentState | null;
  to: EnrollmentState;
  on: string;
  reason: string | null;
  recordedAt: Date;
  recordedBy: string | null;
}

/** What is asked of a list of a site. */
export interface EnrollmentFilter {
  siteId: string;
  programId: string | null;
  state: EnrollmentState | null;
  after: string | null;
  limit: number;
}

/** A step for several enrollments. */
export interface Step {
  ids: readonly string[];
  to: EnrollmentState;
  on: string;
  reason: string | null;
}

/** Named queries of enrollments. What belongs to a sealed case is not there for who is not on its team. */
@Injectable()
export class EnrollmentsRepository {
  constructor(private readonly tx: Tx) {}

  /** Nobody else offers these people anything, or links their offers, until this transaction ends. Answers who of them exists. */
  async lockPeople(personIds: readonly string[]): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>('select id from persons where organization_id = $1 and id = any ($2::uuid[]) order by id for no key update', [
      this.tx.scope.organizationId, personIds,
    ]);
    return rows.map(({ id }) => id);
  }

  /** The people to whom a program is offered already, as far as the reader can see. */
  async withLive(programId: string, personIds: readonly string[]): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(
      `select distinct person_id as id from enrollments
        where organization_id = $1 and program_id = $2 and person_id = any ($3::uuid[]) and state in ('referred', 'contacted', 'consented', 'assessed', 'active', 'paused')`,
      [this.tx.scope.organizationId, programId, personIds],
    );
    return rows.map(({ id }) => id);
  }

  /** The first day on which each person came to a site of the organization. */
  async arrivals(personIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.tx.rows<{ id: string; on: string }>(
      `select member.person_id as id, min(party.arrived_on)::text as on
         from party_members member join parties party on party.organization_id = $1 and party.id = member.party_id
        where member.organization_id = $1 and member.person_id = any ($2::uuid[]) group by member.person_id`,
      [this.tx.scope.organizationId, personIds],
    );
    return new Map(rows.map(({ id, on }) => [id, on]));
  }

  /** Ids for so many enrollments, each later one greater, so that lists by id are in the order of offering. */
  async newIds(count: number): Promise<string[]> {
    return (await this.tx.rows<{ id: string }>('select uuidv7() as id from generate_series(1, $1::int)', [count])).map(({ id }) => id);
  }

  /** Writes offers and their first step. */
  async insert(rows: readonly NewEnrollment[]): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    for (const row of rows) {
      await this.tx.write(INSERT, [
        row.id, organizationId, row.programId, row.siteId, row.personId, row.offerId, row.basis, row.referredBy, row.offeredOn, JSON.stringify(row.eligibility),
        row.overridden, row.overrideSealed, userId,
      ]);
    }
    await this.tx.write(INSERT_OFFER_EVENTS, [organizationId, rows.map(({ id }) => id), userId]);
  }

  /** An enrollment that nobody else moves until this transaction ends, or null. */
  async lock(id: string): Promise<EnrollmentRow | null> {
    const [row] = await this.tx.rows<EnrollmentRow>(`${ENROLLMENTS} and enrolled.id = $2 for update of enrolled`, [this.tx.scope.organizationId, id]);
    return row ?? null;
  }

  /** Enrollments by their ids, locked in one order. */
  lockAll(ids: readonly string[]): Promise<EnrollmentRow[]> {
    return this.tx.rows(`${ENROLLMENTS} and enrolled.id = any ($2::uuid[]) order by enrolled.id for update of enrolled`, [this.tx.scope.organizationId, ids]);
  }

  /** What people were offered, the newest first. */
  ofPeople(personIds: readonly string[]): Promise<EnrollmentRow[]> {
    return this.tx.rows(`${ENROLLMENTS} and enrolled.person_id = any ($2::uuid[]) order by enrolled.id desc limit 500`, [this.tx.scope.organizationId, personIds]);
  }

  /** The enrollments of a case. */
  ofCase(caseId: string): Promise<EnrollmentRow[]> {
    return this.tx.rows(`${ENROLLMENTS} and enrolled.case_id = $2 order by enrolled.id`, [this.tx.scope.organizationId, caseId]);
  }

  /** The site of a case that the reader can see, or null. */
  async siteOfCase(caseId: string): Promise<string | null> {
    const [row] = await this.tx.rows<{ siteId: string }>('select site_id as "siteId" from cases where organization_id = $1 and id = $2', [this.tx.scope.organizationId, caseId]);
    return row?.siteId ?? null;
  }

  /** A page of the offers of a site, the newest first. */
  list({ siteId, programId, state, after, limit }: EnrollmentFilter): Promise<EnrollmentRow[]> {
    return this.tx.rows(
      `${ENROLLMENTS} and enrolled.site_id = $2 and ($3::uuid is null or enrolled.program_id = $3) and ($4::text is null or enrolled.state = $4)
          and ($5::uuid is null or enrolled.id < $5) order by enrolled.id desc limit $6`,
      [this.tx.scope.organizationId, siteId, programId, state, after, limit],
    );
  }

  /** Every step of enrollments, in their order. */
  events(ids: readonly string[]): Promise<EventRow[]> {
    return this.tx.rows(
      `select event.id, event.enrollment_id as "enrollmentId", event.from_state as "from", event.to_state as "to", event.happened_on::text as "on", event.reason,
              event.recorded_at as "recordedAt", colleague.full_name as "recordedBy"
         from enrollment_events event left join users colleague on colleague.organization_id = $1 and colleague.id = event.recorded_by
        where event.organization_id = $1 and event.enrollment_id = any ($2::uuid[]) order by event.id`,
      [this.tx.scope.organizationId, ids],
    );
  }

  /** Moves enrollments and writes the steps down. */
  async move({ ids, to, on, reason }: Step): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    await this.tx.write(INSERT_STEPS, [organizationId, ids, to, on, reason, userId]);
    await this.tx.write(
      `update enrollments set state = $3, state_since = $4, version = version + 1, end_reason = case when $3 in ('declined', 'exited') then $5 when $3 = 'follow_up' then end_reason end
        where organization_id = $1 and id = any ($2::uuid[])`,
      [organizationId, ids, to, on, reason],
    );
  }

  /** Makes enrollments part of a case, with every step that was taken before. */
  async link(ids: readonly string[], caseId: string): Promise<void> {
    const { organizationId } = this.tx.scope;
    await this.tx.write('update enrollments set case_id = $3, version = version + 1 where organization_id = $1 and id = any ($2::uuid[]) and case_id is null', [organizationId, ids, caseId]);
    await this.tx.write('update enrollment_events set case_id = $3 where organization_id = $1 and enrollment_id = any ($2::uuid[]) and case_id is null', [organizationId, ids, caseId]);
  }

  /** The words of reasons, by program and key: those that hold now, else the last that were known. */
  async reasonWords(programIds: readonly string[]): Promise<Map<string, Labels>> {
    const rows = await this.tx.rows<{ programId: string; key: string; labels: Labels }>(
      `select program_id as "programId", key, labels from program_end_reasons where organization_id = $1 and program_id = any ($2::uuid[]) order by superseded_at nulls last, effective_from`,
      [this.tx.scope.organizationId, programIds],
    );
    return new Map(rows.map(({ programId, key, labels }) => [`${programId}|${key}`, labels]));
  }

  /** The figures of a program's rules on a day. */
  async figures(programId: string, on: string): Promise<Map<RuleKey, RuleValue>> {
    const rows = await this.tx.rows<{ key: RuleKey; value: RuleValue }>(
      'select key, value from program_rules where organization_id = $1 and program_id = $2 and superseded_at is null and daterange(effective_from, effective_to) @> $3::date',
      [this.tx.scope.organizationId, programId, on],
    );
    return new Map(rows.map(({ key, value }) => [key, value]));
  }
}

/** What the rules said; an offer that came from elsewhere, without them, says that it is not known. */
const ASKED = `jsonb_build_object('on', enrolled.offered_on, 'says', 'unknown', 'rules', '[]'::jsonb) || enrolled.eligibility`;

const ENROLLMENTS = `
  select enrolled.id, enrolled.program_id as "programId", program.name as "programName", enrolled.site_id as "siteId", site.time_zone as "timeZone",
         enrolled.person_id as "personId", enrolled.offer_id as "offerId", enrolled.case_id as "caseId", enrolled.state, enrolled.basis, enrolled.referred_by as "referredBy",
         enrolled.offered_on::text as "offeredOn", enrolled.state_since::text as "stateSince", enrolled.end_reason as "endReason", ${ASKED} as eligibility, enrolled.overridden,
         enrolled.override_sealed as "overrideSealed", enrolled.version, (enrolled.case_id is not null and sec.on_case_team(enrolled.case_id)) as "onTeam"
    from enrollments enrolled
    join programs program on program.organization_id = enrolled.organization_id and program.id = enrolled.program_id
    join sites site on site.organization_id = enrolled.organization_id and site.id = enrolled.site_id
   where enrolled.organization_id = $1`;

const INSERT = `
  insert into enrollments (id, organization_id, program_id, site_id, person_id, offer_id, basis, referred_by, offered_on, state_since, eligibility, overridden, override_sealed, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13)`;

const INSERT_OFFER_EVENTS = `
  insert into enrollment_events (organization_id, enrollment_id, to_state, happened_on, recorded_by)
  select organization_id, id, state, offered_on, $3 from enrollments where organization_id = $1 and id = any ($2::uuid[])`;

const INSERT_STEPS = `
  insert into enrollment_events (organization_id, enrollment_id, case_id, from_state, to_state, happened_on, reason, recorded_by)
  select organization_id, id, case_id, state, $3, $4, $5, $6 from enrollments where organization_id = $1 and id = any ($2::uuid[])`;
