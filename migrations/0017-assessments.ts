import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTable } from './support/case-table';
import { tenantTable } from './support/tenant-table';

/** Instruments as versioned data, and what was answered: final answers are never changed, and what keeps only its outcome stores none. */
export class Assessments1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table instruments (
        id uuid not null default uuidv7() constraint instruments_pk primary key,
        organization_id uuid not null constraint instruments_organization_fk references organizations (id),
        code text not null,
        created_at timestamptz not null default now(),
        constraint instruments_scope unique (organization_id, id),
        constraint instruments_code_once unique (organization_id, code),
        constraint instruments_code_form check (code ~ '^[a-z][a-z0-9-]{1,39}$')
      )`);
    await tenantTable(runner, 'instruments', ['insert']);

    await runner.query(`
      create table instrument_versions (
        id uuid not null default uuidv7() constraint instrument_versions_pk primary key,
        organization_id uuid not null,
        instrument_id uuid not null,
        number integer not null,
        state text not null default 'draft',
        definition jsonb not null,
        revision integer not null default 1,
        created_at timestamptz not null default now(),
        created_by uuid,
        published_at timestamptz,
        published_by uuid,
        retired_at timestamptz,
        constraint instrument_versions_scope unique (organization_id, id),
        constraint instrument_versions_number_once unique (organization_id, instrument_id, number),
        constraint instrument_versions_instrument_fk foreign key (organization_id, instrument_id) references instruments (organization_id, id),
        constraint instrument_versions_state check (state in ('draft', 'published', 'retired')),
        constraint instrument_versions_published_whole check ((state = 'draft') = (published_at is null) and (state = 'retired') = (retired_at is not null))
      )`);
    await runner.query("create unique index instrument_versions_one_draft on instrument_versions (organization_id, instrument_id) where state = 'draft'");
    await runner.query("create unique index instrument_versions_one_published on instrument_versions (organization_id, instrument_id) where state = 'published'");
    await tenantTable(runner, 'instrument_versions', ['insert']);
    await runner.query('grant update (definition, revision, state, published_at, published_by, retired_at) on instrument_versions to posada_app');
    await runner.query(`
      create function instrument_versions_stay_published() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.state <> 'draft' and (new.definition is distinct from old.definition or new.published_at is distinct from old.published_at
             or new.state = 'draft' or (old.state = 'retired' and new.state <> 'retired')) then
          raise exception 'a published version is never changed' using errcode = '42501', constraint = 'instrument_versions_never_edited';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger instrument_versions_never_edited before update on instrument_versions
      for each row execute function instrument_versions_stay_published()`);

    await runner.query(`
      create table assessments (
        id uuid not null default uuidv7() constraint assessments_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        person_id uuid,
        instrument_version_id uuid not null,
        stage text not null,
        information_on date not null,
        compartment text,
        state text not null default 'draft',
        supersedes_id uuid,
        correction_sealed bytea,
        language text not null,
        interpreter text not null default 'not_needed',
        participant_present boolean not null default true,
        draft_sealed bytea,
        outcome text,
        follow_up_offered boolean,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        created_by uuid,
        finalized_at timestamptz,
        finalized_by uuid,
        constraint assessments_scope unique (organization_id, id),
        constraint assessments_of_case unique (organization_id, id, case_id),
        constraint assessments_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint assessments_person_fk foreign key (organization_id, person_id) references persons (organization_id, id),
        constraint assessments_version_fk foreign key (organization_id, instrument_version_id) references instrument_versions (organization_id, id),
        constraint assessments_supersedes_fk foreign key (organization_id, supersedes_id, case_id) references assessments (organization_id, id, case_id),
        constraint assessments_stage check (stage in ('entry', 'interim', 'exit')),
        constraint assessments_state check (state in ('draft', 'final', 'superseded')),
        constraint assessments_compartment check (compartment in ('legal', 'health', 'protection', 'child')),
        constraint assessments_interpreter check (interpreter in ('not_needed', 'in_person', 'telephone', 'video', 'none')),
        constraint assessments_final_whole check ((state = 'draft') = (finalized_at is null) and (state = 'draft' or draft_sealed is null)),
        constraint assessments_correction_has_reason check ((supersedes_id is null) = (correction_sealed is null)),
        constraint assessments_outcome_form check (outcome ~ '^[a-z][a-z0-9_]{0,39}$')
      )`);
    await runner.query('create index assessments_case on assessments (organization_id, case_id, id)');
    await runner.query('create index assessments_version on assessments (organization_id, instrument_version_id)');
    await runner.query('create unique index assessments_corrected_once on assessments (organization_id, supersedes_id) where supersedes_id is not null');
    await runner.query(`create unique index assessments_one_draft_of_person on assessments (organization_id, case_id, instrument_version_id, person_id)
      where state = 'draft' and supersedes_id is null and person_id is not null`);
    await runner.query(`create unique index assessments_one_draft_of_case on assessments (organization_id, case_id, instrument_version_id)
      where state = 'draft' and supersedes_id is null and person_id is null`);
    await caseTable(runner, 'assessments', ['insert', 'delete'], { compartments: true });
    await runner.query(`grant update (state, stage, information_on, language, interpreter, participant_present, draft_sealed, outcome, follow_up_offered, version,
      finalized_at, finalized_by) on assessments to posada_app`);
    await runner.query(`
      create function assessments_keep_their_promises() returns trigger language plpgsql set search_path = pg_catalog as $$
      declare
        asked jsonb;
      begin
        if tg_op = 'DELETE' then
          if old.state <> 'draft' then
            raise exception 'a final assessment is never removed' using errcode = '42501', constraint = 'assessments_final_stays';
          end if;
          return old;
        end if;
        if tg_op = 'UPDATE' and old.state <> 'draft' and not (old.state = 'final' and new.state = 'superseded'
             and (to_jsonb(new) - 'state' - 'version') = (to_jsonb(old) - 'state' - 'version')) then
          raise exception 'a final assessment is never changed' using errcode = '42501', constraint = 'assessments_final_stays';
        end if;
        select version.definition into asked from public.instrument_versions version
         where version.organization_id = new.organization_id and version.id = new.instrument_version_id;
        if new.compartment is distinct from (asked ->> 'compartment') then
          raise exception 'the compartment is that of the instrument' using errcode = '23514', constraint = 'assessments_compartment_of_instrument';
        end if;
        if new.draft_sealed is not null and asked ->> 'keeps' = 'outcome' then
          raise exception 'only the outcome is kept' using errcode = '23514', constraint = 'assessments_keep_only_outcome';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger assessments_keep_their_promises before insert or update or delete on assessments
      for each row execute function assessments_keep_their_promises()`);

    await runner.query(`
      create table assessment_answers (
        id uuid not null default uuidv7() constraint assessment_answers_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        assessment_id uuid not null,
        compartment text,
        question text not null,
        level smallint,
        not_applicable boolean not null default false,
        declined boolean not null default false,
        goal boolean not null default false,
        work_not_permitted boolean not null default false,
        value_sealed bytea,
        note_sealed bytea,
        constraint assessment_answers_scope unique (organization_id, id),
        constraint assessment_answers_one_per_question unique (organization_id, assessment_id, question),
        constraint assessment_answers_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint assessment_answers_assessment_fk foreign key (organization_id, assessment_id, case_id) references assessments (organization_id, id, case_id),
        constraint assessment_answers_compartment check (compartment in ('legal', 'health', 'protection', 'child')),
        constraint assessment_answers_level check (level between 1 and 5),
        constraint assessment_answers_one_thing check (num_nonnulls(level, value_sealed, nullif(not_applicable, false), nullif(declined, false)) <= 1),
        constraint assessment_answers_says_something check (num_nonnulls(level, value_sealed, note_sealed) > 0 or not_applicable or declined or goal)
      )`);
    await runner.query('create index assessment_answers_case on assessment_answers (organization_id, case_id)');
    await caseTable(runner, 'assessment_answers', ['insert'], { compartments: true });
    await runner.query(`
      create function assessment_answers_fit_the_version() returns trigger language plpgsql set search_path = pg_catalog as $$
      declare
        given record;
        asked jsonb;
      begin
        select assessment.state, assessment.compartment, version.definition into given
          from public.assessments assessment
          join public.instrument_versions version on version.organization_id = assessment.organization_id and version.id = assessment.instrument_version_id
         where assessment.organization_id = new.organization_id and assessment.id = new.assessment_id;
        if given.definition ->> 'keeps' = 'outcome' then
          raise exception 'only the outcome is kept' using errcode = '23514', constraint = 'assessment_answers_outcome_only';
        end if;
        if given.state is distinct from 'draft' or given.compartment is distinct from new.compartment then
          raise exception 'answers are written once, behind their assessment' using errcode = '42501', constraint = 'assessment_answers_written_once';
        end if;
        asked := jsonb_path_query_first(given.definition, '$.sections[*].questions[*] ? (@.key == $key)', jsonb_build_object('key', new.question));
        if asked is null then
          raise exception 'the version has no such question' using errcode = '23514', constraint = 'assessment_answers_of_version';
        end if;
        if new.not_applicable and not coalesce((asked ->> 'notApplicable')::boolean, false) then
          raise exception 'the question always applies' using errcode = '23514', constraint = 'assessment_answers_na_allowed';
        end if;
        if (asked ->> 'type' = 'level' and new.value_sealed is not null) or (asked ->> 'type' <> 'level' and new.level is not null) then
          raise exception 'levels and only levels stand in clear' using errcode = '23514', constraint = 'assessment_answers_level_of_level';
        end if;
        return new;
      end $$`);
    await runner.query(`create trigger assessment_answers_fit_the_version before insert on assessment_answers
      for each row execute function assessment_answers_fit_the_version()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['assessment_answers', 'assessments', 'instrument_versions', 'instruments']) await runner.query(`drop table ${table}`);
    for (const name of ['assessment_answers_fit_the_version', 'assessments_keep_their_promises', 'instrument_versions_stay_published']) await runner.query(`drop function ${name}()`);
  }
}
