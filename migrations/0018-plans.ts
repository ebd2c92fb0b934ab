import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTable } from './support/case-table';

/** Plans that belong to participants: goals with every version of their words, steps, reviews and signatures. */
export class Plans1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans (
        id uuid not null default uuidv7() constraint plans_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        program_id uuid,
        template text,
        state text not null default 'draft',
        language text not null,
        version integer not null default 1,
        wording_version integer not null default 1,
        started_on date,
        closed_on date,
        closed_by uuid,
        close_reason text,
        created_by uuid,
        created_at timestamptz not null default now(),
        constraint plans_scope unique (organization_id, id),
        constraint plans_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint plans_program_fk foreign key (organization_id, program_id) references programs (organization_id, id),
        constraint plans_state check (state in ('draft', 'active', 'closed')),
        constraint plans_started_when_active check (state <> 'active' or started_on is not null),
        constraint plans_closed_whole check ((state = 'closed') = (closed_on is not null) and (state = 'closed') = (close_reason is not null)),
        constraint plans_close_reason check (close_reason in ('goals_reached', 'participant_ended', 'moved_on', 'new_plan'))
      )`);
    await runner.query("create unique index plans_one_live on plans (organization_id, case_id) where state <> 'closed'");
    await runner.query('create index plans_case on plans (organization_id, case_id)');

    await runner.query(`
      create table plan_goals (
        id uuid not null constraint plan_goals_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        plan_id uuid not null,
        person_id uuid,
        position integer not null,
        status text not null default 'active',
        settled_on date,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        constraint plan_goals_scope unique (organization_id, id),
        constraint plan_goals_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint plan_goals_plan_fk foreign key (organization_id, plan_id) references plans (organization_id, id),
        constraint plan_goals_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint plan_goals_status check (status in ('active', 'met', 'partly_met', 'changed', 'dropped_by_participant')),
        constraint plan_goals_settled check ((status = 'active') = (settled_on is null))
      )`);
    await runner.query('create index plan_goals_plan on plan_goals (organization_id, plan_id, position)');
    await runner.query('create index plan_goals_case on plan_goals (organization_id, case_id)');

    await runner.query(`
      create table plan_goal_versions (
        id uuid not null constraint plan_goal_versions_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        goal_id uuid not null,
        version integer not null,
        plan_version integer not null,
        person_id uuid,
        status text not null,
        fields text[] not null,
        content_sealed bytea not null,
        written_by uuid,
        written_at timestamptz not null,
        constraint plan_goal_versions_scope unique (organization_id, id),
        constraint plan_goal_versions_once unique (organization_id, goal_id, version),
        constraint plan_goal_versions_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint plan_goal_versions_goal_fk foreign key (organization_id, goal_id) references plan_goals (organization_id, id)
      )`);
    await runner.query('create index plan_goal_versions_case on plan_goal_versions (organization_id, case_id)');

    await runner.query(`
      create table plan_steps (
        id uuid not null constraint plan_steps_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        goal_id uuid not null,
        position integer not null,
        content_sealed bytea not null,
        owner text not null,
        owner_user_id uuid,
        due_on date,
        state text not null default 'open',
        done_on date,
        evidence_kind text,
        evidence_sealed bytea,
        constraint plan_steps_scope unique (organization_id, id),
        constraint plan_steps_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint plan_steps_goal_fk foreign key (organization_id, goal_id) references plan_goals (organization_id, id),
        constraint plan_steps_owner_user_fk foreign key (organization_id, owner_user_id) references users (organization_id, id),
        constraint plan_steps_owner check (owner in ('participant', 'worker', 'partner')),
        constraint plan_steps_owner_user_works_here check (owner_user_id is null or owner = 'worker'),
        constraint plan_steps_state check (state in ('open', 'done', 'dropped')),
        constraint plan_steps_done check ((state = 'done') = (done_on is not null)),
        constraint plan_steps_evidence_kind check (evidence_kind in ('told', 'seen', 'file', 'partner')),
        constraint plan_steps_evidence_when_done check (state = 'done' or (evidence_kind is null and evidence_sealed is null))
      )`);
    await runner.query('create index plan_steps_goal on plan_steps (organization_id, goal_id, position)');
    await runner.query('create index plan_steps_case on plan_steps (organization_id, case_id)');
    await runner.query("create index plan_steps_due on plan_steps (organization_id, due_on) where state = 'open' and due_on is not null");

    await runner.query(`
      create table plan_reviews (
        id uuid not null default uuidv7() constraint plan_reviews_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        plan_id uuid not null,
        kind text not null,
        due_on date not null,
        held_on date,
        held_by uuid,
        summary_sealed bytea,
        next_on date,
        constraint plan_reviews_scope unique (organization_id, id),
        constraint plan_reviews_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint plan_reviews_plan_fk foreign key (organization_id, plan_id) references plans (organization_id, id),
        constraint plan_reviews_kind check (kind in ('day_30', 'day_90', 'program', 'agreed')),
        constraint plan_reviews_held_whole check ((held_on is null) = (summary_sealed is null) and (next_on is null or held_on is not null)),
        constraint plan_reviews_next_after_held check (next_on is null or next_on > held_on)
      )`);
    await runner.query('create unique index plan_reviews_one_a_day on plan_reviews (organization_id, plan_id, due_on) where held_on is null');
    await runner.query('create index plan_reviews_plan on plan_reviews (organization_id, plan_id, due_on)');
    await runner.query('create index plan_reviews_case on plan_reviews (organization_id, case_id)');
    await runner.query('create index plan_reviews_due on plan_reviews (organization_id, due_on) where held_on is null');

    await runner.query(`
      create table plan_signatures (
        id uuid not null constraint plan_signatures_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        plan_id uuid not null,
        plan_version integer not null,
        person_id uuid not null,
        how text not null,
        image_sealed bytea,
        signed_on date not null,
        language text not null,
        interpreter text,
        recorded_by uuid,
        recorded_at timestamptz not null,
        constraint plan_signatures_scope unique (organization_id, id),
        constraint plan_signatures_once unique (organization_id, plan_id, person_id, plan_version),
        constraint plan_signatures_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint plan_signatures_plan_fk foreign key (organization_id, plan_id) references plans (organization_id, id),
        constraint plan_signatures_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint plan_signatures_how check (how in ('on_screen', 'on_paper')),
        constraint plan_signatures_image_when_on_screen check ((how = 'on_screen') = (image_sealed is not null)),
        constraint plan_signatures_interpreter check (interpreter in ('telephone', 'staff', 'agency', 'volunteer'))
      )`);
    await runner.query('create index plan_signatures_case on plan_signatures (organization_id, case_id)');

    await caseTable(runner, 'plans', ['insert', 'update']);
    await caseTable(runner, 'plan_goals', ['insert', 'update']);
    await caseTable(runner, 'plan_goal_versions', ['insert']);
    await caseTable(runner, 'plan_steps', ['insert', 'update']);
    await caseTable(runner, 'plan_reviews', ['insert', 'update']);
    await caseTable(runner, 'plan_signatures', ['insert']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['plan_signatures', 'plan_reviews', 'plan_steps', 'plan_goal_versions', 'plan_goals', 'plans']) await runner.query(`drop table ${table}`);
  }
}
