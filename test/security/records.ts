import { randomUUID } from 'node:crypto';
import type { Test as Call } from 'supertest';
import { DRAFT_PLACE } from '../../src/arrivals/intake/intake-draft.entity';
import { IntakeDraftsRepository } from '../../src/arrivals/intake/intake-drafts.repository';
import { ManifestUploads } from '../../src/arrivals/manifest-uploads';
import { ManifestJobs } from '../../src/arrivals/manifests.jobs';
import { CaseCloseReasons } from '../../src/cases/case-close-reasons.service';
import { Tx } from '../../src/platform/database/tx';
import { Sealing } from '../../src/platform/sealing/sealing.service';
import { ReportRunner } from '../../src/reports/report-runner';
import { ServiceCatalogue } from '../../src/services/service-catalogue';
import { deliveredInstruments } from '../../src/assessments/delivered-instruments';
import { buildMatrix } from '../support/build-assessments';
import { buildNote, buildNoteTime } from '../support/build-case-notes';
import { buildCaseFile } from '../support/build-case-files';
import { buildCase } from '../support/build-cases';
import { buildEnrollment, buildMilestoneProgram } from '../support/build-milestones';
import { buildParty } from '../support/build-people';
import { buildPlan } from '../support/build-plans';
import { buildRoom } from '../support/build-premises';
import { aTrip } from '../support/build-trips';
import { bedAt, offeredProgramAt, personAt, programAt, stayAt } from './at-place';
import { caseColleague, newAccount, type Place } from './place';

interface RecordMaker {
  /** Whether somebody who works at one site sees only those of that site. */
  boundTo: 'organization' | 'site' | 'account';
  /** Makes one at a place and gives the ids that the path names, in order. */
  make(place: Place): Promise<string[]>;
}

const signedConsent = {
  answers: [{ purpose: 'sms', decision: 'given' }], language: 'en', explained: 'read_aloud', captured: 'signature', givenBy: 'self',
  signature: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};

/** The records that paths name, by kind. */
export const records = {
  'own session': {
    boundTo: 'account',
    make: async ({ world, userId }) => [
      await inserted({ world }, `insert into sessions (organization_id, user_id, token_hash, expires_at) values ($1, $2, sha256(gen_random_uuid()::text::bytea), now() + interval '1 hour') returning id`, [world.home.organizationId, userId]),
    ],
  },
  user: { boundTo: 'organization', make: async ({ world }) => [await newAccount(world, world.home)] },
  'user and grant': {
    boundTo: 'organization',
    make: async ({ world }) => {
      const userId = await newAccount(world, world.home);
      const grant = `insert into role_grants (organization_id, user_id, role, scope, valid_from) values ($1, $2, 'auditor', 'organization', '2020-01-01') returning id`;
      return [userId, await inserted({ world }, grant, [world.home.organizationId, userId])];
    },
  },
  site: { boundTo: 'site', make: ({ siteId }) => Promise.resolve([siteId]) },
  building: { boundTo: 'site', make: async ({ world, siteId }) => [(await buildRoom(world, { siteId, scope: world.home.system })).buildingId] },
  room: { boundTo: 'site', make: async ({ world, siteId }) => [(await buildRoom(world, { siteId, scope: world.home.system })).roomId] },
  bed: { boundTo: 'site', make: async ({ world, siteId }) => (await buildRoom(world, { siteId, beds: [{}], scope: world.home.system })).bedIds },
  person: { boundTo: 'site', make: async ({ world, siteId }) => (await buildParty(world, { siteId, scope: world.home.system })).personIds },
  'person and contact point': {
    boundTo: 'site',
    make: async ({ world, keeper, siteId }) => {
      const [personId = ''] = (await buildParty(world, { siteId, scope: world.home.system })).personIds;
      return [personId, ...(await created(keeper.post(`/api/people/${personId}/contact-points`, { channel: 'phone', owner: 'self', value: '+13055550142' })))];
    },
  },
  party: { boundTo: 'site', make: async ({ world, siteId }) => [(await buildParty(world, { siteId, scope: world.home.system })).id] },
  'party and member': {
    boundTo: 'site',
    make: async ({ world, siteId }) => {
      const party = await buildParty(world, { siteId, scope: world.home.system, members: [{}, { relation: 'sibling' }] });
      return [party.id, party.personIds[1] ?? ''];
    },
  },
  'person merge': {
    boundTo: 'site',
    make: async (place) => firstMade(place, `/api/people/${await personAt(place)}/merges`, { mergedId: await personAt(place), reason: 'The same paper was shown twice.' }),
  },
  'protection review': {
    boundTo: 'site',
    make: async ({ world, siteId }) => {
      const party = await buildParty(world, { siteId, scope: world.home.system });
      const review = "insert into protection_reviews (organization_id, person_id, party_id, reason) values ($1, $2, $3, 'minor_alone') returning id";
      return [await inserted({ world }, review, [world.home.organizationId, party.personIds[0], party.id])];
    },
  },
  stay: { boundTo: 'site', make: async (place) => bookedBy(place, true) },
  'booked stay': { boundTo: 'site', make: async (place) => bookedBy(place, false) },
  'bed hold': {
    boundTo: 'site',
    make: async (place) => firstMade(place, '/api/bed-holds', { siteId: place.siteId, bedIds: [await bedAt(place)], from: '2026-03-01', until: '2026-03-02' }),
  },
  'bed closure': { boundTo: 'site', make: async (place) => firstMade(place, '/api/bed-closures', { siteId: place.siteId, bedIds: [await bedAt(place)], from: '2026-03-01', reason: 'repair' }) },
  consent: {
    boundTo: 'site',
    make: async ({ world, siteId }) => {
      const [personId] = (await buildParty(world, { siteId, scope: world.home.system })).personIds;
      const consent = `insert into consents (organization_id, person_id, purpose, decision, text_version, language, explained, captured, given_by, valid_from, valid_until)
        values ($1, $2, 'sms', 'given', '2026-1', 'es', 'read_aloud', 'signature', 'self', '2026-03-01', '2026-09-01') returning id`;
      return [await inserted({ world }, consent, [world.home.organizationId, personId])];
    },
  },
  'signed consent': {
    boundTo: 'site',
    make: async ({ world, keeper, siteId }) => {
      const [personId = ''] = (await buildParty(world, { siteId, scope: world.home.system })).personIds;
      const { body } = await keeper.post(`/api/people/${personId}/consents`, signedConsent);
      return [(body as { items: { id: string }[] }).items[0]?.id ?? ''];
    },
  },
  'person who agrees': {
    boundTo: 'site',
    make: async ({ world, keeper, siteId }) => {
      const [personId = ''] = (await buildParty(world, { siteId, scope: world.home.system })).personIds;
      await keeper.post(`/api/people/${personId}/consents`, signedConsent);
      return [personId];
    },
  },
  'consent recipient': { boundTo: 'organization', make: ({ keeper }) => created(keeper.post('/api/consent-recipients', { name: `Clinic ${randomUUID()}`, kind: 'health' })) },
  'intake draft': {
    boundTo: 'account',
    make: async ({ world, siteId, userId }) => {
      const id = randomUUID();
      await world.run({ ...world.home.system, userId }, async () => {
        const sealed = (await world.get(Sealing).organization()).seal(DRAFT_PLACE, id, { title: 'Portillo', content: '{}' });
        await world.get(IntakeDraftsRepository).insert(id, siteId, sealed, new Date());
      });
      return [id];
    },
  },
  'service kind': {
    boundTo: 'organization',
    make: ({ keeper }) => created(keeper.post('/api/service-kinds', { code: `kind_${randomUUID().slice(0, 8)}`, category: 'other', labels: { en: 'Tea', es: 'Té' }, unit: 'cup', subject: 'person' })),
  },
  'service batch': { boundTo: 'site', make: async (place) => [(await loggedAt(place)).batchId] },
  'service entry': { boundTo: 'site', make: async (place) => [(await loggedAt(place)).entryId] },
  enrollment: {
    boundTo: 'site',
    make: async (place) => {
      const offer = `insert into enrollments (organization_id, program_id, site_id, person_id, offer_id, referred_by, offered_on, state_since, eligibility)
        values ($1, $2, $3, $4, gen_random_uuid(), 'site', '2026-03-01', '2026-03-01', '{"on":"2026-03-01","says":"yes","rules":[]}') returning id`;
      return [await inserted(place, offer, [place.world.home.organizationId, await offeredProgramAt(place), place.siteId, await personAt(place)])];
    },
  },
  program: { boundTo: 'organization', make: async (place) => [await programAt(place)] },
  case: { boundTo: 'site', make: async (place) => [await caseAt(place)] },
  'case file': { boundTo: 'site', make: async (place) => [await buildCaseFile(place.world, await caseAt(place))] },
  'signed note': { boundTo: 'site', make: async (place) => [await buildNote(place.world, { caseId: await caseAt(place), authorId: place.userId })] },
  'note draft': { boundTo: 'site', make: async (place) => [await buildNote(place.world, { caseId: await caseAt(place), authorId: place.userId, signed: false })] },
  "a colleague's note": {
    boundTo: 'site',
    make: async (place) => [await buildNote(place.world, { caseId: await caseAt(place), authorId: await newAccount(place.world, place.world.home), cosignerIds: [place.userId] })],
  },
  'timed note': {
    boundTo: 'site',
    make: async (place) => {
      const noteId = await buildNote(place.world, { caseId: await caseAt(place), authorId: place.userId });
      await buildNoteTime(place.world, { noteId, userId: place.userId, siteId: place.siteId });
      return [noteId];
    },
  },
  'led case': { boundTo: 'site', make: async ({ world, siteId, userId }) => [(await buildCase(world, { siteId, leadId: userId })).id] },
  'sealed case': { boundTo: 'site', make: async ({ world, siteId, userId }) => [(await buildCase(world, { siteId, leadId: userId, sealed: true })).id] },
  'closed case': { boundTo: 'site', make: async (place) => [await closedCaseAt(place)] },
  'case follow-up': {
    boundTo: 'site',
    make: async (place) => {
      const caseId = await closedCaseAt(place);
      const own = place.world.home.organizationId;
      const closing = `insert into case_closings (organization_id, case_id, state, reason, follow_up_consented, closes_on, sealed, requested_at)
        values ($1, $2, 'closed', 'goals_met', true, '2026-03-01', '\\x00', now()) returning id`;
      const followUp = "insert into case_follow_ups (organization_id, case_id, closing_id, after_days, due_on) values ($1, $2, $3, 90, '2026-05-30') returning id";
      return [await inserted(place, followUp, [own, caseId, await inserted(place, closing, [own, caseId])])];
    },
  },
  'case with an open part': {
    boundTo: 'site',
    make: async ({ world, siteId, userId }) => [(await buildCase(world, { siteId, leadId: userId, compartments: [{ userId, compartment: 'legal' }] })).id],
  },
  'case and worker': {
    boundTo: 'site',
    make: async (place) => {
      const colleague = caseColleague(place);
      return [(await buildCase(place.world, { siteId: place.siteId, leadId: place.userId, teamIds: [colleague] })).id, colleague];
    },
  },
  'case approval': {
    boundTo: 'site',
    make: async (place) => {
      const approval = "insert into case_approvals (organization_id, case_id, subject, subject_id) values ($1, $2, 'plan', uuidv7()) returning id";
      return [await inserted(place, approval, [place.world.home.organizationId, await caseAt(place)])];
    },
  },
  instrument: { boundTo: 'organization', make: async ({ world }) => [await instrumentAt(world, 'instrument_id')] },
  'instrument version': { boundTo: 'organization', make: async ({ world }) => [await instrumentAt(world, 'draft')] },
  'published version': { boundTo: 'organization', make: async ({ world }) => [await instrumentAt(world, 'published')] },
  'case with a matrix': { boundTo: 'site', make: async (place) => [(await matrixAt(place)).caseId] },
  assessment: { boundTo: 'site', make: async (place) => [(await matrixAt(place)).id] },
  'assessment draft': { boundTo: 'site', make: async (place) => [(await matrixAt(place, null)).id] },
  'case in a program': { boundTo: 'site', make: async (place) => [await caseInProgramAt(place)] },
  plan: { boundTo: 'site', make: async (place) => [(await planAt(place)).id] },
  'plan to sign': { boundTo: 'site', make: async (place) => [(await planAt(place, false)).id] },
  'plan goal': { boundTo: 'site', make: async (place) => [(await planAt(place)).goalId] },
  'plan step': { boundTo: 'site', make: async (place) => [(await planAt(place)).stepId] },
  'plan signature': { boundTo: 'site', make: async (place) => [(await planAt(place)).signatureId] },
  'plan review': { boundTo: 'site', make: async (place) => [(await planAt(place)).reviewId] },
  arrival: { boundTo: 'site', make: ({ keeper, siteId }) => created(keeper.post('/api/arrivals', { siteId, expectedOn: '2026-03-01', source: 'bus', peopleExpected: 40 })) },
  manifest: { boundTo: 'site', make: async (place) => [await manifestAt(place)] },
  'manifest and row': { boundTo: 'site', make: async (place) => [await manifestAt(place), '2'] },
  trip: {
    boundTo: 'site',
    make: async ({ world, keeper, siteId }) => {
      const party = await buildParty(world, { siteId, scope: world.home.system });
      return created(keeper.post('/api/trips', aTrip({ siteId, partyId: party.id, travellerIds: party.personIds })));
    },
  },
  'finished report': { boundTo: 'site', make: (place) => finishedReport(place) },
  'report figure': { boundTo: 'site', make: async (place) => [...(await finishedReport(place)), 'meals'] },
  'report indicator': { boundTo: 'site', make: async (place) => [...(await finishedReport(place, await offeredProgramAt(place), '2025-01')), 'reach'] },
  'report run': {
    boundTo: 'site',
    make: async (place) =>
      created(place.keeper.post('/api/report-runs', { programId: await programAt(place), periodFrom: '2024-01-01', periodTo: '2024-01-31', siteIds: [place.siteId] })),
  },
} as const satisfies Record<string, RecordMaker>;

/** A kind of record. */
export type RecordKind = keyof typeof records;

/** The ids of a new record of a kind at a place. */
export function recordAt(kind: RecordKind, place: Place): Promise<string[]> {
  return (records[kind] as RecordMaker).make(place);
}

/** A case on whose team the account of the role is. */
async function caseAt({ world, siteId, userId }: Place): Promise<string> {
  return (await buildCase(world, { siteId, leadId: null, teamIds: [userId] })).id;
}

/** A case whose member takes part in a program with milestones. */
async function caseInProgramAt({ world, siteId, userId }: Place): Promise<string> {
  const { id, personIds } = await buildCase(world, { siteId, leadId: null, teamIds: [userId] });
  await buildEnrollment(world, { programId: await buildMilestoneProgram(world), caseId: id, personId: personIds[0] ?? '', siteId, offeredOn: '2026-03-01' });
  return id;
}

/** An instrument of its own: the instrument, or its version in a state. */
async function instrumentAt(world: Place['world'], what: 'instrument_id' | 'draft' | 'published'): Promise<string> {
  const own = world.home.organizationId;
  const instrument = await inserted({ world }, "insert into instruments (organization_id, code) values ($1, 'i-' || left(gen_random_uuid()::text, 8)) returning id", [own]);
  const version = `insert into instrument_versions (organization_id, instrument_id, number, state, definition, published_at)
    values ($1, $2, 1, $3, $4, case when $3 = 'published' then now() end) returning id`;
  const state = what === 'draft' ? 'draft' : 'published';
  const id = await inserted({ world }, version, [own, instrument, state, JSON.stringify(deliveredInstruments[0])]);
  return what === 'instrument_id' ? instrument : id;
}

/** A matrix on a case of the account's team: final at level 3, or (null) a draft. */
async function matrixAt({ world, siteId, userId }: Place, level: number | null = 3): Promise<{ caseId: string; id: string }> {
  const found = await buildCase(world, { siteId, leadId: userId, members: [{ birthDate: '1990-05-05' }] });
  return { caseId: found.id, id: await buildMatrix(world, found, { level }) };
}

/** The plan of a case on whose team the account of the role is. */
async function planAt(place: Place, signed = true): ReturnType<typeof buildPlan> {
  return buildPlan(place.world, await caseAt(place), { signed });
}

/** A case of the account's team that closed today, with the list of reasons. */
async function closedCaseAt(place: Place): Promise<string> {
  const caseId = await caseAt(place);
  await place.world.get(CaseCloseReasons).install(place.world.home.system);
  const close = "update cases set state = 'closed', closed_on = '2026-03-01', close_reason = 'goals_met' where organization_id = $1 and id = $2 returning id";
  return inserted(place, close, [place.world.home.organizationId, caseId]);
}

/** Somebody's bed: they are in the house, or booked for today. */
async function bookedBy(place: Place, arrived: boolean): Promise<string[]> {
  return firstMade(place, '/api/stays', await stayAt(place, arrived));
}

/** The first of the things that a request makes. */
async function firstMade({ keeper }: Place, path: string, body: object): Promise<string[]> {
  const answer = await keeper.post(path, body);
  const { items } = answer.body as { items?: { id: string }[] };
  if (!items?.[0]) throw new Error(`the record was not made: ${answer.status} ${answer.text}`);
  return [items[0].id];
}

/** A report that was asked for and computed. */
async function finishedReport(place: Place, programId?: string, month = '2024-01'): Promise<string[]> {
  const [id = ''] = await created(place.keeper.post('/api/report-runs', { programId: programId ?? (await programAt(place)), periodFrom: `${month}-01`, periodTo: `${month}-31`, siteIds: [place.siteId] }));
  await place.world.get(ReportRunner).run({ organizationId: place.world.home.organizationId, id });
  return [id];
}

/** A service for a count that the account of the role has just logged, so that it may undo it. */
async function loggedAt({ world, siteId, userId }: Place): Promise<{ batchId: string; entryId: string }> {
  const kindId = (await world.get(ServiceCatalogue).install(world.home.system)).get('meal_snack');
  const own = world.home.organizationId;
  const batch = "insert into service_batches (organization_id, site_id, kind_id, target, served_on, recorded_by) values ($1, $2, $3, 'headcount', '2026-03-01', $4) returning id";
  const batchId = await inserted({ world }, batch, [own, siteId, kindId, userId]);
  const entry = `insert into service_entries (organization_id, site_id, kind_id, batch_id, served_on, served_at, quantity, people, recorded_by)
    values ($1, $2, $3, $4, '2026-03-01', now(), 3, 3, $5) returning id`;
  return { batchId, entryId: await inserted({ world }, entry, [own, siteId, kindId, batchId, userId]) };
}

/** A list of one person that was uploaded and read. */
async function manifestAt({ world, siteId }: Place): Promise<string> {
  const { system } = world.home;
  const bytes = Buffer.from(`Last Name,First Name,Phone\nPortillo,Maricela,${randomUUID()}\n`);
  const { id } = await world.run(system, () => world.get(ManifestUploads).keep({ siteId, arrivalId: null, arrivedOn: '2026-03-01', name: 'list.csv', bytes }));
  await world.get(ManifestJobs).read({ organizationId: system.organizationId, id });
  return id;
}

async function inserted({ world }: Pick<Place, 'world'>, sql: string, parameters: unknown[]): Promise<string> {
  const rows = await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>(sql, parameters));
  return rows[0]?.id ?? '';
}

async function created(call: Call): Promise<string[]> {
  const answer = await call;
  const { id } = answer.body as { id?: string };
  if (id === undefined) throw new Error(`the record was not made: ${answer.status} ${answer.text}`);
  return [id];
}
