import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTable } from './support/case-table';

/** Milestones of people and families with their history, what a family lives on by month, and the frozen looks at its self-sufficiency. */
export class Milestones1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table milestone_events (
        id uuid not null default uuidv7() constraint milestone_events_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        person_id uuid,
        milestone text not null,
        program_id uuid not null,
        state text not null,
        on_date date,
        evidence text,
        note_sealed bytea,
        verified_by uuid,
        verified_on date,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        superseded_at timestamptz,
        ended_how text,
        constraint milestone_events_scope unique (organization_id, id),
        constraint milestone_events_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint milestone_events_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint milestone_events_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint milestone_events_state check (state in ('not_started', 'in_progress', 'achieved', 'not_applicable', 'declined')),
        constraint milestone_events_dated check ((state = 'not_started') = (on_date is null)),
        constraint milestone_events_verified_whole check ((verified_by is null) = (verified_on is null)),
        constraint milestone_events_ended_whole check
          ((superseded_at is null) = (ended_how is null) and (ended_how is null or ended_how in ('changed', 'corrected')))
      )`);
    // Two nobodies are the same family here, so nulls are not distinct.
    await runner.query(`create unique index milestone_events_current on milestone_events (organization_id, case_id, person_id, milestone)
      nulls not distinct where superseded_at is null`);
    await runner.query('create index milestone_events_person on milestone_events (organization_id, person_id, milestone) where person_id is not null');
    await runner.query('create index milestone_events_case on milestone_events (organization_id, case_id, milestone)');
    await caseTable(runner, 'milestone_events', ['insert']);
    await runner.query('grant update (superseded_at, ended_how) on milestone_events to posada_app');
    await supersededOnce(runner, 'milestone_events');

    await runner.query(`
      create table household_months (
        id uuid not null default uuidv7() constraint household_months_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        month date not null,
        amounts_sealed bytea not null,
        cash_assistance boolean not null,
        employable smallint not null,
        employed smallint not null,
        self_sufficient boolean not null,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        superseded_at timestamptz,
        constraint household_months_scope unique (organization_id, id),
        constraint household_months_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint household_months_first_day check (extract(day from month) = 1),
        constraint household_months_employed check (employed between 0 and employable and employable <= 30),
        constraint household_months_verdict check (not (self_sufficient and cash_assistance))
      )`);
    await runner.query('create unique index household_months_current on household_months (organization_id, case_id, month) where superseded_at is null');
    await runner.query('create index household_months_case on household_months (organization_id, case_id, month)');
    await caseTable(runner, 'household_months', ['insert']);
    await runner.query('grant update (superseded_at) on household_months to posada_app');
    await supersededOnce(runner, 'household_months');

    await runner.query(`
      create table sufficiency_snapshots (
        id uuid not null default uuidv7() constraint sufficiency_snapshots_pk primary key,
        organization_id uuid not null,
        program_id uuid not null,
        case_id uuid not null,
        day smallint not null,
        entry_on date not null,
        due_on date not null,
        verdict text not null,
        standing text not null,
        household_month_id uuid,
        frozen_at timestamptz not null,
        constraint sufficiency_snapshots_scope unique (organization_id, id),
        constraint sufficiency_snapshots_once unique (organization_id, program_id, case_id, day),
        constraint sufficiency_snapshots_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint sufficiency_snapshots_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint sufficiency_snapshots_month_fk foreign key (organization_id, household_month_id) references household_months (organization_id, id),
        constraint sufficiency_snapshots_day check (day in (120, 180, 240)),
        constraint sufficiency_snapshots_due check (due_on = entry_on + day),
        constraint sufficiency_snapshots_verdict check
          (verdict in ('self_sufficient', 'not_self_sufficient', 'unknown') and (verdict = 'unknown') = (household_month_id is null)),
        constraint sufficiency_snapshots_standing check (standing in ('in_program', 'ended', 'lost_contact'))
      )`);
    await runner.query('create index sufficiency_snapshots_case on sufficiency_snapshots (organization_id, case_id)');
    await caseTable(runner, 'sufficiency_snapshots', ['insert']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sufficiency_snapshots', 'household_months', 'milestone_events']) await runner.query(`drop table ${table}`);
  }
}

/** A row that was superseded stays as it is. */
async function supersededOnce(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`create trigger ${table}_superseded_once before update on ${table} for each row execute function program_rules_supersede_once()`);
}
