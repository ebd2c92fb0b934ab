import { purposeKeys } from '../../src/consents/purposes';
import { Consents } from '../../src/consents/consents.service';
import type { EnrollmentView } from '../../src/programs/enrollments/enrollment-views.dto';
import { ProgramPacks } from '../../src/programs/program-packs';
import { cataloguePack } from '../../src/services/catalogue-pack';
import { ServiceLog } from '../../src/services/service-log.service';
import { BookingsService } from '../../src/stays/bookings.service';
import { buildParty, type BuiltParty } from '../support/build-people';
import { buildRoom } from '../support/build-premises';
import { installCatalogue } from '../support/build-services';
import { aTrip } from '../support/build-trips';
import { openWorld, type World } from '../support/world';

/** What somebody answered to a program before they ask for a bed. */
const endings = ['declined', 'withdrawn'] as const;
type Ending = (typeof endings)[number];

describe('whoever says no', () => {
  let world: World;
  let kindOf: (code: string) => string;
  let programId: string;

  beforeAll(async () => {
    world = await openWorld();
    kindOf = await installCatalogue(world);
    await world.get(ProgramPacks).install(world.home.system);
    const { body } = await world.as('caseworker').get('/api/programs');
    programId = body.items.find(({ code }: { code: string }) => code === 'cmpp-2024').id;
  });

  afterAll(() => world.close());

  /** Somebody who said no to every purpose there is, and to a program or to going on with it. */
  const whoSaidNo = async (ending: Ending): Promise<BuiltParty> => {
    const party = await buildParty(world);
    const [personId] = party.personIds;
    const caseworker = world.as('caseworker');
    const answered = (decision: 'given' | 'refused', purposes: readonly string[]) =>
      caseworker.post(`/api/people/${personId}/consents`, {
        answers: purposes.map((purpose) => ({ purpose, decision })), language: 'es', explained: 'read_aloud', captured: 'verbal', givenBy: 'self',
      }).expect(201);
    const move = ({ id, version }: EnrollmentView, to: string, reason?: string) => caseworker.post(`/api/enrollments/${id}/moves`, { to, version, reason }).expect(200);
    const { body } = await caseworker.post('/api/enrollments', { siteId: world.home.house, programId, referredBy: 'site', people: [{ personId, basis: ['parole'] }] }).expect(201);
    const [offer] = body.items as [EnrollmentView];
    if (ending === 'declined') await move(offer, 'declined');
    else {
      await answered('given', ['case_management']);
      const consented = (await move(offer, 'consented')).body as EnrollmentView;
      await move(consented, 'exited', 'asked_to_stop');
    }
    await answered('refused', purposeKeys);
    return party;
  };

  /** Everything a house gives, asked for by somebody: what was refused to them. */
  const refusedTo = async (party: BuiltParty): Promise<string[]> => {
    const { house } = world.home;
    const { bedIds } = await buildRoom(world);
    const [personId] = party.personIds;
    const refused: string[] = [];
    const ask = async (what: string, path: string, body: object): Promise<{ id?: string; items?: { id: string }[] }> => {
      const answer = await world.as('coordinator').post(path, body);
      if (answer.status >= 400) refused.push(`${what}: ${answer.status} ${answer.body.code}`);
      return answer.body;
    };
    const { items } = await ask('a bed', '/api/stays', {
      siteId: house, partyId: party.id, arrivesOn: '2026-03-01', departsOn: '2026-03-03', arrived: true, guests: [{ personId, bedId: bedIds[0] }],
    });
    await ask('another night', `/api/stays/${items?.[0]?.id}/extend`, { departsOn: '2026-03-05', version: 1 });
    for (const { code, subject } of cataloguePack.filter((kind) => kind.subject === 'person')) {
      await ask(`${code} for a ${subject}`, '/api/service-batches', { siteId: house, kindId: kindOf(code), personIds: [personId] });
    }
    await ask('a meal for the house', '/api/service-batches', { siteId: house, kindId: kindOf('meal_snack'), partyIds: [party.id] });
    await ask('a trip', '/api/trips', aTrip({ siteId: house, partyId: party.id, travellerIds: party.personIds }));
    return refused;
  };

  it.each(endings)('to a program (%s) and to every consent gets a bed, every service of the catalogue and a trip', async (ending) => {
    expect(await refusedTo(await whoSaidNo(ending))).toEqual([]);
  });

  it('tries every kind that people get', () => {
    expect(cataloguePack.filter(({ subject }) => subject === 'person').length).toBeGreaterThan(15);
  });

  it('finds a house that makes a bed or a service wait for a consent', async () => {
    const wait = async (personIds: readonly string[]): Promise<void> => {
      if ((await world.get(Consents).agreeing(personIds, 'case_management', '2026-03-01')).length < personIds.length) throw new Error('planted');
    };
    const log = ServiceLog.prototype.log;
    const book = BookingsService.prototype.book;
    const meals = jest.spyOn(ServiceLog.prototype, 'log').mockImplementation(async function (this: ServiceLog, actor, body) {
      await wait(body.personIds ?? []);
      return log.call(this, actor, body);
    });
    const beds = jest.spyOn(BookingsService.prototype, 'book').mockImplementation(async function (this: BookingsService, actor, body) {
      await wait(body.guests.map(({ personId }) => personId));
      return book.call(this, actor, body);
    });
    const refused = await refusedTo(await whoSaidNo('declined'));
    meals.mockRestore();
    beds.mockRestore();

    expect(refused).toEqual(expect.arrayContaining([expect.stringMatching(/^a bed: 5/), expect.stringMatching(/^meal_lunch for a person: 5/)]));
  });
});
