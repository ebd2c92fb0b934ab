import { randomUUID } from 'node:crypto';
import { consentTexts } from '../../src/consents/consent-texts';
import { Tx } from '../../src/platform/database/tx';
import { ServiceCatalogue } from '../../src/services/service-catalogue';
import { deliveredInstruments } from '../../src/assessments/delivered-instruments';
import { Instruments } from '../../src/assessments/instruments.service';
import { buildCase } from '../support/build-cases';
import { buildParty } from '../support/build-people';
import { buildRoom } from '../support/build-premises';
import { aTrip } from '../support/build-trips';
import { bedAt, offeredProgramAt, partyAt, personAt, programAt, stayAt } from './at-place';
import { caseColleague, newAccount, type Place } from './place';

/**
 * A query or body with which a request gets as far as the record: as it is, or made for a place with ids of that place. One that is
 * made for a place is also tried with ids of the other organization beside a record of one's own.
 */
export type Sample = object | ((place: Place) => Promise<object>);

/** Queries and bodies, by what they ask for. */
export const samples = {
  invitation: ({ siteId }: Place) => soon({ email: `${randomUUID()}@example.org`, fullName: 'A colleague', language: 'en', grants: [{ role: 'caseworker', scope: 'site', scopeId: siteId }] }),
  grant: ({ siteId }: Place) => soon({ role: 'supervisor', scope: 'site', scopeId: siteId }),

  site: { name: 'Another house', code: 'another', timeZone: 'America/New_York', kind: 'respite' },
  building: { name: 'An annex' },
  capacities: { effectiveFrom: '2026-03-01', licensed: 10 },
  room: async ({ world, siteId }: Place) => ({ buildingId: (await buildRoom(world, { siteId, scope: world.home.system })).buildingId, name: randomUUID(), spaceKind: 'dorm' }),
  beds: async ({ world, siteId }: Place) => ({
    roomId: (await buildRoom(world, { siteId, scope: world.home.system })).roomId, inServiceFrom: '2026-03-01', beds: [{ label: randomUUID().slice(0, 18), kind: 'bed' }],
  }),

  board: ({ siteId }: Place) => soon({ siteId, from: '2026-03-01', nights: 7 }),
  bedsFor: async (place: Place) => ({ siteId: place.siteId, partyId: (await partyAt(place)).id, arrivesOn: '2026-03-01', departsOn: '2026-03-03' }),
  stay: (place: Place) => stayAt(place),
  otherBed: async (place: Place) => ({ bedId: await bedAt(place) }),
  blockedBed: async (place: Place) => ({ siteId: place.siteId, bedIds: [await bedAt(place)], from: '2026-03-01', until: '2026-03-02' }),
  closedBed: async (place: Place) => ({ siteId: place.siteId, bedIds: [await bedAt(place)], from: '2026-03-01', reason: 'repair' }),
  headcount: ({ siteId }: Place) => soon({ siteId, counted: 3, explanation: 'Three who were not in the list.' }),
  search: ({ siteId }: Place) => soon({ text: 'Portillo', siteId }),
  person: ({ siteId }: Place) => soon({ siteId, givenNames: 'Maricela', familyNames: 'Portillo' }),
  contact: { channel: 'phone', owner: 'self', value: '+13055550142' },
  party: async (place: Place) => ({ siteId: place.siteId, members: [{ personId: await personAt(place), relation: 'head' }] }),
  member: async (place: Place) => ({ personId: await personAt(place), relation: 'sibling' }),
  split: async (place: Place) => ({ leaving: [{ personId: await personAt(place), relation: 'head' }] }),
  consents: { answers: [{ purpose: 'sms', decision: 'given' }], language: 'es', explained: 'read_aloud', captured: 'signature', givenBy: 'self' },
  disclosure: { purpose: 'sms', given: 'A message about the bus.' },
  recipient: () => soon({ name: `Clinic ${randomUUID()}`, kind: 'health' }),
  textReview: { language: 'es', version: consentTexts('es').version, secondSpeaker: 'Ana, a volunteer' },
  draft: ({ siteId }: Place) => soon({ siteId, version: 0, title: 'Portillo', content: '{}' }),
  intake: ({ siteId }: Place) => soon({ siteId, members: [{ givenNames: 'Maricela', familyNames: 'Portillo', relation: 'head' }] }),
  service: async ({ world, siteId }: Place) => ({ siteId, kindId: (await world.get(ServiceCatalogue).install(world.home.system)).get('meal_snack'), headcount: 3 }),
  serviceKind: { code: 'tea', category: 'other', labels: { en: 'Tea', es: 'Té' }, unit: 'cup', subject: 'person' },

  offer: async (place: Place) => ({ siteId: place.siteId, programId: await offeredProgramAt(place), referredBy: 'site', people: [{ personId: await personAt(place), basis: ['parole'] }] }),
  eligibility: async (place: Place) => ({ siteId: place.siteId, people: [{ personId: await personAt(place) }] }),
  programFile: () => soon({ pack: { code: `city-${randomUUID().slice(0, 8)}`, family: 'city', name: 'A program of the city', startsOn: '2026-01-01', endsOn: '2026-12-31', source: 'Ordinance 7' } }),
  rule: { key: 'service_window_days', value: 45, effectiveFrom: '2026-03-01', source: 'Notice of funding opportunity' },
  plan: { language: 'es', template: 'first-months' },
  signature: { version: 1_000, personId: '00000000-0000-7000-8000-000000000000', how: 'on_paper', signedOn: '2026-03-01', language: 'es' },

  arrival: ({ siteId }: Place) => soon({ siteId, expectedOn: '2026-03-01', source: 'bus', peopleExpected: 40 }),

  manifest: ({ siteId }: Place) => soon({ siteId, arrivedOn: '2026-03-01' }),

  caseFile: { title: 'Lease', kind: 'lease' },
  merge: async (place: Place) => ({ mergedId: await personAt(place), reason: 'The same paper was shown twice.' }),

  trip: async ({ world, siteId }: Place) => {
    const party = await buildParty(world, { siteId, scope: world.home.system });
    return aTrip({ siteId, partyId: party.id, travellerIds: party.personIds });
  },
  tripsOfParty: async ({ world, siteId }: Place) => ({ partyId: (await buildParty(world, { siteId, scope: world.home.system })).id }),
  tripCandidates: async ({ world, siteId }: Place) => ({ siteId, partyId: (await buildParty(world, { siteId, scope: world.home.system })).id }),

  report: async (place: Place) => ({ programId: await programAt(place), periodFrom: '2024-01-01', periodTo: '2024-01-31', siteIds: [place.siteId] }),
  instrument: () => soon({ definition: { ...deliveredInstruments[0], code: `i-${randomUUID().slice(0, 8)}` } }),
  instrumentEdit: { definition: deliveredInstruments[0], revision: 1 },
  // A draft of an instrument, so that the request gets past the case and is refused for that.
  assessment: async ({ world }: Place) => {
    const definition = { ...deliveredInstruments[0], code: `i-${randomUUID().slice(0, 8)}` };
    const { id } = await world.run(world.home.system, () => world.get(Instruments).create(definition));
    return { instrumentVersionId: id, stage: 'entry', language: 'es' };
  },

  siteOnly: ({ siteId }: Place) => soon({ siteId }),

  caseNote: { contactOn: '2026-03-01', mode: 'phone', minutes: 30, format: 'free', sections: { text: 'Called the clinic together.' } },
  cosigner: cosignerAt,
  case: async (place: Place) => ({ siteId: place.siteId, personIds: [await personAt(place)], leadId: place.userId, acuity: 'low' }),
  caseWorker: (place: Place) => soon({ userId: caseColleague(place) }),
  caseLead: (place: Place) => soon({ userId: caseColleague(place), stays: true, version: 1 }),
  caseCompartment: ({ userId }: Place) => soon({ userId, compartment: 'legal' }),
  caseHandover: async ({ world, siteId, userId }: Place) => ({ caseIds: [(await buildCase(world, { siteId, leadId: null })).id], userId }),
} satisfies Record<string, Sample>;

/** A colleague who supervises everywhere and may co-sign. */
async function cosignerAt({ world }: Place): Promise<object> {
  const userId = await newAccount(world, world.home);
  await world.run(world.home.system, () =>
    world.get(Tx).write("insert into role_grants (organization_id, user_id, role, scope, valid_from) values ($1, $2, 'supervisor', 'organization', '2020-01-01')", [world.home.organizationId, userId]),
  );
  return { userId };
}

/** The query or body of a place. */
export function sampleAt(sample: Sample, place: Place): Promise<object> {
  return typeof sample === 'function' ? (sample as (place: Place) => Promise<object>)(place) : soon(sample);
}

function soon<T>(value: T): Promise<T> {
  return Promise.resolve(value);
}
