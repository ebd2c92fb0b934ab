import { buildParty } from '../../test/support/build-people';
import { buildRoom } from '../../test/support/build-premises';
import { installCatalogue } from '../../test/support/build-services';
import { aTrip } from '../../test/support/build-trips';
import { openWorld, type World } from '../../test/support/world';
import type { ConsentRecipientView } from './consent-recipients.dto';
import type { ConsentList } from './consents.dto';
import { factsOf, purposeKeys, type Purpose } from './purposes';

let world: World;
const recipients = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld();
  await installCatalogue(world);
  for (const kind of ['legal', 'health', 'destination', 'funder', 'evaluator', 'partner']) {
    const { body } = await world.as('organization_administrator').post('/api/consent-recipients', { name: `Office for ${kind}`, kind }).expect(201);
    recipients.set(kind, (body as ConsentRecipientView).id);
  }
});
beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));
afterAll(() => world.close());

const conversation = { language: 'es', explained: 'read_aloud', captured: 'signature', givenBy: 'self' };
const answer = (purpose: Purpose, decision: 'given' | 'refused') => {
  const { told } = factsOf(purpose);
  return { purpose, decision, ...(told && decision === 'given' ? { recipientId: recipients.get(told) } : {}) };
};
const record = async (id: string, decision: 'given' | 'refused'): Promise<ConsentList> =>
  (await world.as('coordinator').post(`/api/people/${id}/consents`, { ...conversation, answers: purposeKeys.map((purpose) => answer(purpose, decision)) }).expect(201)).body as ConsentList;

/** Nobody is asked, everybody says no, or everybody took back what they said yes to. */
const attitudes: readonly [string, (id: string) => Promise<void>][] = [
  ['was never asked anything', () => Promise.resolve()],
  ['says no to everything', async (id) => void (await record(id, 'refused'))],
  [
    'took everything back',
    async (id) => {
      const { items } = await record(id, 'given');
      for (const { id: consent, purpose } of items) if (purpose !== 'intake_notice') await world.as('coordinator').post(`/api/consents/${consent}/withdraw`, {}).expect(200);
    },
  ],
];

describe.each(attitudes)('somebody who %s', (_, say) => {
  it('gets a bed, keeps it and may stay longer', async () => {
    const party = await buildParty(world);
    await say(party.headId);
    const { bedIds } = await buildRoom(world, { siteId: world.home.house, beds: [{}], scope: world.home.system });
    const coordinator = world.as('coordinator');

    const booked = await coordinator.post('/api/stays', {
      siteId: world.home.house, partyId: party.id, arrivesOn: '2026-03-01', departsOn: '2026-03-04', arrived: true, guests: [{ personId: party.headId, bedId: bedIds[0] }],
    }).expect(201);
    const [stay] = (booked.body as { items: { id: string }[] }).items;

    await coordinator.post(`/api/stays/${stay?.id ?? ''}/extend`, { departsOn: '2026-03-06' }).expect(200);
    expect((await coordinator.get(`/api/people/${party.headId}`).expect(200)).body).toMatchObject({ may: { change: true, recordContact: true } });
  });

  it('gets every service that the house gives to people', async () => {
    const party = await buildParty(world);
    await say(party.headId);
    const kinds = (await world.as('coordinator').get('/api/service-kinds').expect(200)).body as { items: { id: string; code: string; subject: string }[] };
    const forPeople = kinds.items.filter(({ subject }) => subject === 'person');

    const refused: string[] = [];
    for (const { id, code } of forPeople) {
      const { status } = await world.as('coordinator').post('/api/service-batches', { siteId: world.home.house, kindId: id, personIds: [party.headId] });
      if (status !== 201) refused.push(`${code}: ${status}`);
    }

    expect(forPeople.length).toBeGreaterThan(10);
    expect(refused).toEqual([]);
  });

  it('travels on, and is told about programs like everybody', async () => {
    const party = await buildParty(world);
    await say(party.headId);

    await world.as('coordinator').post('/api/trips', aTrip({ siteId: world.home.house, partyId: party.id, travellerIds: party.personIds })).expect(201);
    await world.as('coordinator').get(`/api/people/${party.headId}/enrollments`).expect(200);
    await world.as('coordinator').patch(`/api/parties/${party.id}`, { keepTogether: false }).expect(200);
  });
});
