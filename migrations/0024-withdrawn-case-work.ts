import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What adds to the records of somebody; corrections and what ends something are left out (ADR 0016). */
const ADDING: readonly { table: string; on?: string; when?: string }[] = [
  { table: 'case_notes', on: 'insert or update of contact_on', when: 'new.corrects_id is null' },
  { table: 'assessments', when: 'new.supersedes_id is null' },
  { table: 'plans' },
  { table: 'plan_goals' },
  { table: 'plan_steps' },
  { table: 'milestone_events', when: `new.state in ('in_progress', 'achieved')` },
  { table: 'household_months' },
];

/**
 * Nothing is added to the records of a person who took back their consent to case management. The rule is kept here and not in the
 * rooms of a case, so that no room forgets it and a withdrawal counts from the next statement on.
 */
export class WithdrawnCaseWork1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function case_work_is_agreed() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      declare
        about uuid := (to_jsonb(new) ->> 'person_id')::uuid;
        happened date := (to_jsonb(new) ->> 'contact_on')::date;
        ended boolean;
      begin
        if sec.acting_user() is null then return new; end if;
        -- A record about one person asks for that person, one about the family for everybody who takes part: it goes on while one does.
        select bool_and(coalesce(answer.withdrawn_at is not null and (happened is null or happened > (answer.withdrawn_at at time zone site.time_zone)::date), false)) into ended
          from case_members member
          join cases found on found.organization_id = member.organization_id and found.id = member.case_id
          join sites site on site.organization_id = found.organization_id and site.id = found.site_id
          left join lateral (
            select consent.withdrawn_at from consents consent
             where consent.organization_id = member.organization_id and consent.person_id = member.person_id and consent.purpose = 'case_management' and consent.decision = 'given'
             order by consent.recorded_at desc, consent.id desc limit 1) answer on true
         where member.organization_id = new.organization_id and member.case_id = new.case_id and member.left_on is null
           and case when about is null then member.role = 'participant' else member.person_id = about end;
        if ended then
          raise exception 'nothing is added after a withdrawal' using errcode = '23514', constraint = 'case_work_is_agreed';
        end if;
        return new;
      end $$`);
    for (const { table, on = 'insert', when = 'true' } of ADDING) {
      await runner.query(`create trigger case_work_is_agreed before ${on} on ${table} for each row when (${when}) execute function case_work_is_agreed()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of ADDING) await runner.query(`drop trigger case_work_is_agreed on ${table}`);
    await runner.query('drop function case_work_is_agreed()');
  }
}
