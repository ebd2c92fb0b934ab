import { randomUUID } from 'node:crypto';
import { NOTE_PLACE, type NoteBody } from '../../src/cases/notes/case-note.entity';
import type { Compartment } from '../../src/cases/case-compartment-grant.entity';
import { Tx } from '../../src/platform/database/tx';
import { Sealing } from '../../src/platform/sealing/sealing.service';
import { ServiceCatalogue } from '../../src/services/service-catalogue';
import type { World } from './world';

/** How a note is to be; whatever is not said is usual. */
export interface NoteDraft {
  caseId: string;
  /** The caseworker when nothing is said. */
  authorId?: string;
  compartment?: Compartment;
  contactOn?: string;
  text?: string;
  minutes?: number;
  signed?: boolean;
  /** Colleagues who are asked to co-sign. */
  cosignerIds?: string[];
  personIds?: string[];
  recordedAt?: string;
}

/** Writes a note by plain SQL: signed, about a telephone call. */
export async function buildNote(world: Pick<World, 'run' | 'get' | 'home'>, draft: NoteDraft): Promise<string> {
  const { organizationId, system, users } = world.home;
  const { caseId, authorId = users.caseworker, compartment = null, contactOn = '2026-03-01', text = 'Called the clinic together.', minutes = 30, signed = true } = draft;
  const { cosignerIds = [], personIds = [], recordedAt = '2026-03-01T19:00:00Z' } = draft;
  const id = randomUUID();
  await world.run(system, async () => {
    const tx = world.get(Tx);
    const key = (await world.get(Sealing).subjects([caseId])).get(caseId);
    const body: NoteBody = { sections: { text }, othersPresent: null };
    await tx.write(
      `insert into case_notes (id, organization_id, case_id, compartment, author_id, contact_on, recorded_at, saved_at, mode, minutes, format, body_sealed)
       values ($1, $2, $3, $4, $5, $6, $7, $7, 'phone', $8, 'free', $9)`,
      [id, organizationId, caseId, compartment, authorId, contactOn, recordedAt, minutes, key?.seal(NOTE_PLACE, id, body)],
    );
    await tx.write('insert into case_note_people (organization_id, case_id, compartment, note_id, person_id) select $1, $2, $3, $4, unnest($5::uuid[])', [organizationId, caseId, compartment, id, personIds]);
    if (signed) await tx.write('update case_notes set signed_at = $3, signed_by = author_id where organization_id = $1 and id = $2', [organizationId, id, recordedAt]);
    await tx.write(
      'insert into case_note_cosignatures (organization_id, case_id, compartment, note_id, author_id, user_id) select $1, $2, $3, $4, $5, unnest($6::uuid[])',
      [organizationId, caseId, compartment, id, authorId, cosignerIds],
    );
  });
  return id;
}

/** Records half an hour of a note's author in the service ledger by plain SQL. */
export async function buildNoteTime(world: Pick<World, 'run' | 'get' | 'home'>, { noteId, userId, siteId }: { noteId: string; userId: string; siteId: string }): Promise<void> {
  const { organizationId, system } = world.home;
  const kindId = (await world.get(ServiceCatalogue).install(system)).get('labor_hours');
  await world.run(system, () =>
    world.get(Tx).write(
      `with batch as (insert into service_batches (organization_id, site_id, kind_id, target, target_id, served_on, recorded_by) values ($1, $2, $3, 'staff', $4, '2026-03-01', $4) returning id),
            entry as (insert into service_entries (organization_id, site_id, kind_id, batch_id, staff_user_id, served_on, served_at, quantity, recorded_by)
                      select $1, $2, $3, id, $4, '2026-03-01', now(), 0.5, $4 from batch)
       insert into case_note_times (organization_id, case_id, compartment, note_id, user_id, batch_id)
       select $1, note.case_id, note.compartment, note.id, $4, batch.id from case_notes note cross join batch where note.organization_id = $1 and note.id = $5`,
      [organizationId, siteId, kindId, userId, noteId],
    ),
  );
}
