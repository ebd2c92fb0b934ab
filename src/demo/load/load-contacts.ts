import type { Tx } from '../../platform/database/tx';
import type { Sealing } from '../../platform/sealing/sealing.service';
import type { DemoDay } from '../demo.model';
import { insertAll } from './insert';

/** Writes how people may be reached, each number sealed under its person's key. */
export async function loadContactPoints(tx: Tx, sealing: Sealing, { contactPoints }: DemoDay): Promise<void> {
  const keys = await sealing.subjects([...new Set(contactPoints.map(({ personId }) => personId))]);
  await insertAll(tx, CONTACT_POINTS, contactPoints, [
    ({ id }) => id,
    ({ personId }) => personId,
    ({ channel }) => channel,
    ({ owner }) => owner,
    ({ id, personId, value }) => keys.get(personId)?.seal('contact_points.sealed', id, { value }),
    ({ safeToText }) => safeToText,
    ({ safeToCall }) => safeToCall,
    ({ safeToLeaveMessage }) => safeToLeaveMessage,
    ({ safeToSayName }) => safeToSayName,
    ({ doNotContact }) => doNotContact,
    ({ language }) => language,
    ({ verifiedAt }) => verifiedAt,
    ({ recordedAt }) => recordedAt,
    ({ recordedBy }) => recordedBy,
  ]);
}

const CONTACT_POINTS = `
  insert into contact_points (organization_id, id, person_id, channel, owner, sealed, safe_to_text, safe_to_call, safe_to_leave_message,
                              safe_to_say_name, do_not_contact, language, verified_at, recorded_at, recorded_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::bool[], $8::bool[], $9::bool[],
                             $10::bool[], $11::bool[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::uuid[]) as r`;
