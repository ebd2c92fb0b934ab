import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseTable } from './support/case-table';

/** Notes on cases: drafts of their author, then signed for good; who was there, who co-signed, and whose time of work came of them. */
export class CaseNotes1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_notes (
        id uuid not null default uuidv7() constraint case_notes_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        compartment text,
        author_id uuid not null,
        contact_on date not null,
        recorded_at timestamptz not null default now(),
        mode text not null,
        language text,
        interpreter text not null default 'none',
        minutes integer,
        format text not null default 'free',
        body_sealed bytea not null,
        corrects_id uuid,
        version integer not null default 1,
        saved_at timestamptz not null default now(),
        signed_at timestamptz,
        signed_by uuid,
        constraint case_notes_scope unique (organization_id, id),
        constraint case_notes_of_case unique (organization_id, id, case_id),
        constraint case_notes_of_author unique (organization_id, id, author_id),
        constraint case_notes_case_fk foreign key (organization_id, case_id) references cases (organization_id, id),
        constraint case_notes_author_fk foreign key (organization_id, author_id) references users (organization_id, id),
        constraint case_notes_corrects_fk foreign key (organization_id, corrects_id, case_id) references case_notes (organization_id, id, case_id),
        constraint case_notes_compartment check (compartment in ('legal', 'health', 'protection', 'child')),
        constraint case_notes_mode check (mode in ('in_person', 'phone', 'video', 'message', 'home_visit', 'with_family', 'letter', 'other')),
        constraint case_notes_interpreter check (interpreter in ('none', 'staff', 'telephone', 'agency', 'volunteer')),
        constraint case_notes_format check (format in ('free', 'dap', 'soap')),
        constraint case_notes_minutes check (minutes between 1 and 960),
        constraint case_notes_language check (length(language) between 2 and 20),
        constraint case_notes_signed_whole check ((signed_at is null) = (signed_by is null)),
        constraint case_notes_signed_by_author check (signed_by = author_id),
        constraint case_notes_corrects_another check (corrects_id <> id)
      )`);
    await runner.query('create index case_notes_case on case_notes (organization_id, case_id, contact_on, id)');
    await runner.query('create index case_notes_corrections on case_notes (organization_id, corrects_id) where corrects_id is not null');
    await runner.query('create index case_notes_drafts on case_notes (organization_id, author_id, saved_at) where signed_at is null');

    await runner.query(`
      create table case_note_people (
        id uuid not null default uuidv7() constraint case_note_people_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        compartment text,
        note_id uuid not null,
        person_id uuid not null,
        constraint case_note_people_scope unique (organization_id, id),
        constraint case_note_people_once unique (organization_id, note_id, person_id),
        constraint case_note_people_note_fk foreign key (organization_id, note_id, case_id) references case_notes (organization_id, id, case_id),
        constraint case_note_people_person_fk foreign key (organization_id, person_id) references persons (organization_id, id)
      )`);
    await runner.query('create index case_note_people_person on case_note_people (organization_id, person_id)');

    await runner.query(`
      create table case_note_cosignatures (
        id uuid not null default uuidv7() constraint case_note_cosignatures_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        compartment text,
        note_id uuid not null,
        author_id uuid not null,
        user_id uuid not null,
        asked_at timestamptz not null default now(),
        asked_by uuid,
        signed_at timestamptz,
        constraint case_note_cosignatures_scope unique (organization_id, id),
        constraint case_note_cosignatures_once unique (organization_id, note_id, user_id),
        constraint case_note_cosignatures_note_fk foreign key (organization_id, note_id, case_id) references case_notes (organization_id, id, case_id),
        constraint case_note_cosignatures_author_fk foreign key (organization_id, note_id, author_id) references case_notes (organization_id, id, author_id),
        constraint case_note_cosignatures_user_fk foreign key (organization_id, user_id) references users (organization_id, id),
        constraint case_note_cosignatures_not_own check (user_id <> author_id)
      )`);
    await runner.query('create index case_note_cosignatures_waiting on case_note_cosignatures (organization_id, user_id) where signed_at is null');

    await runner.query(`
      create table case_note_times (
        id uuid not null default uuidv7() constraint case_note_times_pk primary key,
        organization_id uuid not null,
        case_id uuid not null,
        compartment text,
        note_id uuid not null,
        user_id uuid not null,
        batch_id uuid not null,
        constraint case_note_times_scope unique (organization_id, id),
        constraint case_note_times_batch_once unique (organization_id, batch_id),
        constraint case_note_times_note_fk foreign key (organization_id, note_id, case_id) references case_notes (organization_id, id, case_id),
        constraint case_note_times_user_fk foreign key (organization_id, user_id) references users (organization_id, id),
        constraint case_note_times_batch_fk foreign key (organization_id, batch_id) references service_batches (organization_id, id)
      )`);
    await runner.query('create index case_note_times_note on case_note_times (organization_id, note_id)');

    await caseTable(runner, 'case_notes', ['insert', 'update', 'delete'], { compartments: true });
    await caseTable(runner, 'case_note_people', ['insert', 'delete'], { compartments: true });
    await caseTable(runner, 'case_note_cosignatures', ['insert'], { compartments: true });
    await runner.query('grant update (signed_at) on case_note_cosignatures to posada_app');
    await caseTable(runner, 'case_note_times', ['insert'], { compartments: true });

    // What is not signed belongs to whoever writes it; that there is something unsigned is told to supervisors by a narrow question.
    await runner.query(`create policy draft_is_own on case_notes as restrictive to posada_app
      using (signed_at is not null or author_id = (select sec.acting_user()) or (select sec.acting_user()) is null)`);
    await runner.query('create policy note_questions on case_notes for select to posada_owner using (true)');
    await runner.query(`
      create function sec.unsigned_notes(before timestamptz) returns table (case_id uuid, author_id uuid, notes bigint, since timestamptz)
      language sql stable security definer set search_path = pg_catalog
      as $$ select note.case_id, note.author_id, count(*), min(note.recorded_at) from public.case_notes note
             where note.organization_id = sec.organization() and note.signed_at is null and note.recorded_at < before
               and sec.sees_case(note.case_id) and (note.compartment is null or sec.in_compartment(note.case_id, note.compartment))
             group by note.case_id, note.author_id $$`);
    await runner.query('revoke all on function sec.unsigned_notes(timestamptz) from public');
    await runner.query('grant execute on function sec.unsigned_notes(timestamptz) to posada_app');

    await runner.query(`
      create function sec.keep_what_is_signed() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if old.signed_at is not null then
          raise exception 'what is signed is never changed' using errcode = '23514', constraint = 'case_notes_signed_stay';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end $$`);
    await runner.query(`
      create function sec.keep_who_was_there() returns trigger language plpgsql set search_path = pg_catalog as $$
      declare
        named record;
      begin
        if tg_op = 'DELETE' then named := old; else named := new; end if;
        perform from public.case_notes note where note.organization_id = named.organization_id and note.id = named.note_id and note.signed_at is null for share;
        if not found then
          raise exception 'who was there is signed with the note' using errcode = '23514', constraint = 'case_notes_signed_stay';
        end if;
        return named;
      end $$`);
    await runner.query('create trigger case_notes_signed_stay before update or delete on case_notes for each row execute function sec.keep_what_is_signed()');
    await runner.query('create trigger case_note_cosignatures_signed_stay before update or delete on case_note_cosignatures for each row execute function sec.keep_what_is_signed()');
    await runner.query('create trigger case_note_people_signed_stay before insert or update or delete on case_note_people for each row execute function sec.keep_who_was_there()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['case_note_times', 'case_note_cosignatures', 'case_note_people', 'case_notes']) await runner.query(`drop table ${table}`);
    for (const signature of ['unsigned_notes(timestamptz)', 'keep_what_is_signed()', 'keep_who_was_there()']) await runner.query(`drop function sec.${signature}`);
  }
}
