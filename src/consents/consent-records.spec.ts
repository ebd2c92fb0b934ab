import { randomUUID } from 'node:crypto';
import { buildCase } from '../../test/support/build-cases';
import { buildParty } from '../../test/support/build-people';
import { openWorld, type World } from '../../test/support/world';
import { Organizations } from '../organizations/organizations.service';
import { Tx } from '../platform/database/tx';
import { consentTexts } from './consent-texts';
import type { ConsentRecipientView } from './consent-recipients.dto';
import { ConsentTextReviews } from './consent-text-reviews.service';
import type { ConsentTextReviewList } from './consent-text-reviews.dto';
import type { ConsentList, ConsentTextList, ConsentView, WithdrawnConsent } from './consents.dto';
import { Consents } from './consents.service';
import type { DisclosureList } from './disclosures.dto';
import { purposeKeys } from './purposes';
import { Withdrawals, type Withdrawn } from './withdrawals';

let world: World;
let clinic = '';
let lawyer = '';

const TODAY = '2026-03-01';
const PICTURE = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const conversation = { language: 'es', explained: 'read_aloud', captured: 'signature', givenBy: 'self' };

beforeAll(async () => {
  world = await openWorld();
  const add = async (name: string, kind: string): Promise<string> => ((await world.as('organization_administrator').post('/api/consent-recipients', { name, kind }).expect(201)).body as ConsentRecipientView).id;
  clinic = await add('Clinic of the Good Samaritan', 'health');
  lawyer = await add('Las Americas legal aid', 'legal');
});
beforeEach(() => world.clock.set('2026-03-01T18:00:00Z'));
afterAll(() => world.close());

const record = (id: string, body: object) => world.as('caseworker').post(`/api/people/${id}/consents`, { ...conversation, ...body });
const say = (id: string, purpose: string, decision: string, more: { recipientId?: string } & Record<string, unknown> = {}) => {
  const { recipientId, ...rest } = more;
  return record(id, { answers: [{ purpose, decision, ...(recipientId ? { recipientId } : {}) }], ...rest });
};
const somebody = async (): Promise<string> => (await buildParty(world)).headId;
const agree = async (id: string, purpose: string, recipientId?: string): Promise<ConsentView> => {
  const { items } = (await say(id, purpose, 'given', { recipientId }).expect(201)).body as ConsentList;
  return items.find((consent) => consent.purpose === purpose && consent.state === 'live') as ConsentView;
};
const agreeing = (id: string, purpose: 'share_with_health' | 'case_management' | 'sms', recipientId?: string): Promise<string[]> =>
  world.run(world.home.system, () => world.get(Consents).agreeing([id], purpose, TODAY, recipientId));

describe('to whom something may be told', () => {
  it('is asked by name, for each office apart', async () => {
    const id = await somebody();
    const other = ((await world.as('organization_administrator').post('/api/consent-recipients', { name: 'Centro de Salud', kind: 'health' }).expect(201)).body as ConsentRecipientView).id;

    expect((await say(id, 'share_with_health', 'given').expect(400)).body).toMatchObject({ errors: [{ field: 'answers[0].recipientId' }] });
    expect((await say(id, 'share_with_health', 'given', { recipientId: lawyer }).expect(400)).body).toMatchObject({ errors: [{ field: 'answers[0].recipientId' }] });
    expect((await say(id, 'sms', 'given', { recipientId: clinic }).expect(400)).body).toMatchObject({ errors: [{ field: 'answers[0].recipientId' }] });
    await agree(id, 'share_with_health', clinic);

    expect(await agreeing(id, 'share_with_health', clinic)).toEqual([id]);
    expect(await agreeing(id, 'share_with_health', other)).toEqual([]);
    await record(id, { answers: [{ purpose: 'share_with_health', decision: 'given', recipientId: other }] }).expect(201);
    expect((await say(id, 'share_with_health', 'given', { recipientId: clinic }).expect(409)).body).toMatchObject({ code: 'CONSENT_LIVE' });
    await say(id, 'share_with_health', 'refused').expect(201);
    expect(await agreeing(id, 'share_with_health')).toEqual([]);
  });

  it('is not offered any more when the organization says so, and has one name once', async () => {
    const admin = world.as('organization_administrator');
    const id = ((await admin.post('/api/consent-recipients', { name: 'Closed office', kind: 'health' }).expect(201)).body as ConsentRecipientView).id;
    await admin.patch(`/api/consent-recipients/${id}`, { active: false }).expect(200);

    await say(await somebody(), 'share_with_health', 'given', { recipientId: id }).expect(400);
    expect((await admin.post('/api/consent-recipients', { name: 'Closed office', kind: 'legal' }).expect(409)).body).toMatchObject({ code: 'CONSENT_RECIPIENT_THERE' });
  });

  it('covers the purposes that practice and the pilot program know', () => {
    expect(purposeKeys).toEqual(expect.arrayContaining([
      'case_management', 'share_with_legal', 'share_with_health', 'share_with_destination', 'funder_reporting', 'anonymous_statistics', 'sms', 'email_whatsapp', 'photo',
      'interpreter_by_telephone', 'follow_up', 'share_with_partner', 'program_deidentified', 'evaluation', 'court_attendance',
    ]));
  });
});

describe('the day of a consent', () => {
  it.each([
    ['a day that has not come', '2026-03-02'],
    ['the day before', '2026-02-28'],
  ])('is not %s', async (_, askedOn) => {
    expect((await say(await somebody(), 'sms', 'given', { askedOn }).expect(400)).body).toMatchObject({ errors: [{ field: 'askedOn' }] });
  });

  it('is today where the person is, also when it is tomorrow elsewhere', async () => {
    world.clock.set('2026-03-02T05:59:00Z');
    await say(await somebody(), 'sms', 'given', { askedOn: '2026-03-01' }).expect(201);
    world.clock.set('2026-03-02T06:00:00Z');
    await say(await somebody(), 'sms', 'given', { askedOn: '2026-03-01' }).expect(400);
    await say(await somebody(), 'sms', 'given', { askedOn: '2026-03-02' }).expect(201);
  });
});

describe('a text that no second speaker has read', () => {
  it('is not used to ask for consent until somebody has, and an interpreter may always say the English one', async () => {
    const id = await somebody();

    for (const language of ['quc', 'ht']) {
      expect((await say(id, 'sms', 'given', { language }).expect(409)).body).toMatchObject({ code: 'CONSENT_TEXT_NOT_REVIEWED', errors: [{ field: 'language' }] });
    }
    await say(id, 'sms', 'refused', { language: 'quc' }).expect(201);
    await say(id, 'intake_notice', 'given', { language: 'quc' }).expect(201);
    const heard = await say(id, 'sms', 'given', { language: 'quc', explained: 'interpreter', interpreter: 'telephone', interpreterLanguage: 'es', taughtBack: true }).expect(201);
    expect((heard.body as ConsentList).items[0]).toMatchObject({ interpreterLanguage: 'es', taughtBack: true });
  });

  it('is approved by the organization, for this version of the words', async () => {
    const admin = world.as('organization_administrator');
    const approve = (more: object) => admin.post('/api/consent-text-reviews', { language: 'es', version: consentTexts('es').version, secondSpeaker: 'Ana', ...more });
    const spanish = async () => ((await admin.get('/api/consent-text-reviews').expect(200)).body as ConsentTextReviewList).items.find(({ language }) => language === 'es');
    expect(await spanish()).toMatchObject({ usable: true, secondSpeaker: 'A second speaker', state: 'translated' });

    expect((await approve({ version: '2025-1' }).expect(409)).body).toMatchObject({ code: 'CONSENT_TEXT_CHANGED' });
    await approve({ secondSpeaker: ' ' }).expect(400);
    await approve({ secondSpeaker: 'Somebody else' }).expect(200);
    expect(await spanish()).toMatchObject({ secondSpeaker: 'A second speaker' });
  });

  it('is not used by an organization that has just begun, except for English', async () => {
    const scope = await world.get(Organizations).create({ id: randomUUID(), name: 'A new house', code: 'new-house', defaultLanguage: 'en', isDemo: true });
    const usable = (language: string): Promise<boolean> => world.run(scope, () => world.get(ConsentTextReviews).isUsable(language));

    expect([await usable('en'), await usable('es'), await usable('pt')]).toEqual([true, false, false]);
    await world.run(scope, () => world.get(ConsentTextReviews).write('es', 'Ana'));
    expect([await usable('es'), await usable('es-MX'), await usable('pt')]).toEqual([true, true, false]);
  });

  it('is shown in English instead, to be interpreted', async () => {
    const texts = (await world.as('caseworker').get('/api/consent-texts?language=ht').expect(200)).body as ConsentTextList;

    expect(texts.language).toBe('en');
  });
});

describe('a child', () => {
  it('is asked beside a guardian, and their no counts', async () => {
    const { personIds: [mother = '', child = '', baby = ''] } = await buildParty(world, {
      members: [{}, { relation: 'child', birthDate: '2020-03-01' }, { relation: 'child', birthDate: '2020-03-02' }],
    });
    const ask = (id: string, more: object) => say(id, 'photo', 'given', { givenBy: 'guardian', givenByPersonId: mother, ...more });

    expect((await ask(child, {}).expect(400)).body).toMatchObject({ errors: [{ field: 'assent' }] });
    expect((await ask(child, { assent: 'refused' }).expect(400)).body).toMatchObject({ code: 'CONSENT_CHILD_SAYS_NO' });
    expect((await ask(child, { assent: 'too_young' }).expect(400)).body).toMatchObject({ errors: [{ field: 'assent' }] });
    await ask(child, { assent: 'given' }).expect(201);
    await ask(baby, { assent: 'too_young' }).expect(201);
    await say(mother, 'sms', 'given', { assent: 'given' }).expect(400);
  });
});

describe('a signature on the screen', () => {
  it('is kept sealed and shown again as a picture', async () => {
    const id = await somebody();
    const { items: [consent] } = (await say(id, 'photo', 'given', { signature: PICTURE, evidence: 'Paper copy in binder 3' }).expect(201)).body as ConsentList;

    expect(consent).toMatchObject({ hasSignature: true, evidence: 'Paper copy in binder 3' });
    const picture = await world.as('caseworker').get(`/api/consents/${consent?.id ?? ''}/signature`).expect(200);
    expect([picture.headers['content-type'], (picture.body as Buffer).toString('base64')]).toEqual(['image/png', PICTURE.split(',')[1]]);
    await world.as('caseworker', 'elsewhere').get(`/api/consents/${consent?.id ?? ''}/signature`).expect(404);
    const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ kept: Buffer }>('select signature_sealed || evidence_sealed as kept from consents where id = $1', [consent?.id]));
    expect(row?.kept.includes('IHDR') || row?.kept.includes('binder')).toBe(false);
  });

  it.each([
    ['something that is no picture', { signature: 'data:text/html;base64,PGI+' }],
    ['a picture for a word that was spoken', { signature: PICTURE, captured: 'verbal' }],
  ])('is not %s', async (_, body) => {
    await say(await somebody(), 'photo', 'given', body).expect(400);
  });
});

describe('what is told to others', () => {
  const tell = (id: string, more: object = {}) => world.as('caseworker').post(`/api/people/${id}/disclosures`, { purpose: 'share_with_health', recipientId: clinic, given: 'Name and telephone, by phone', ...more });

  it('rests on a consent that holds at that moment, and is on the list when it is taken back', async () => {
    const id = await somebody();
    expect((await tell(id).expect(409)).body).toMatchObject({ code: 'CONSENT_MISSING' });
    const consent = await agree(id, 'share_with_health', clinic);
    await tell(id, { categories: ['identity', 'contact'] }).expect(201);
    expect((await tell(id, { categories: ['legal'] }).expect(400)).body).toMatchObject({ errors: [{ field: 'categories' }] });

    const withdrawn = (await world.as('caseworker').post(`/api/consents/${consent.id}/withdraw`, { saidBy: 'participant', how: 'telephone' }).expect(200)).body as WithdrawnConsent;

    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnSaidBy: 'participant', withdrawnHow: 'telephone' });
    expect(withdrawn.earlierDisclosures).toMatchObject([{ recipientName: 'Clinic of the Good Samaritan', given: 'Name and telephone, by phone', categories: ['identity', 'contact'] }]);
    await tell(id).expect(409);
    expect(((await world.as('caseworker').get(`/api/people/${id}/disclosures`).expect(200)).body as DisclosureList).items).toHaveLength(1);
  });

  it('is never rewritten', async () => {
    const rewrite = (sql: string): Promise<unknown> => world.run(world.home.system, () => world.get(Tx).write(sql));

    await expect(rewrite("update disclosures set purpose = 'sms'")).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(rewrite('delete from disclosures')).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('is told and taken back in an order: whoever comes second knows of the first', async () => {
    const id = await somebody();
    const consent = await agree(id, 'share_with_health', clinic);

    const [told, back] = await Promise.all([tell(id), world.as('caseworker').post(`/api/consents/${consent.id}/withdraw`, {})]);

    expect(back.status).toBe(200);
    expect((back.body as WithdrawnConsent).earlierDisclosures).toHaveLength(told.status === 201 ? 1 : 0);
  });
});

describe('taking it back', () => {
  it('is felt by the next statement, and stops in the same transaction what rests on it', async () => {
    const id = await somebody();
    const consent = await agree(id, 'sms');
    const heard: Withdrawn[] = [];
    world.get(Withdrawals).whenWithdrawn((one) => {
      heard.push(one);
      return one.personId === id ? Promise.reject(new Error('the messages cannot be stopped')) : Promise.resolve();
    });

    await world.as('caseworker').post(`/api/consents/${consent.id}/withdraw`, {}).expect(500);
    expect(await agreeing(id, 'sms')).toEqual([id]);
    const other = await somebody();
    const { id: otherConsent } = await agree(other, 'sms');
    await world.as('caseworker').post(`/api/consents/${otherConsent}/withdraw`, {}).expect(200);

    expect(await agreeing(other, 'sms')).toEqual([]);
    expect(heard.map(({ personId, purpose }) => [personId, purpose])).toEqual([[id, 'sms'], [other, 'sms']]);
  });

  describe('of case management', () => {
    const withdraw = async (consent: ConsentView): Promise<void> => void (await world.as('caseworker').post(`/api/consents/${consent.id}/withdraw`, {}).expect(200));
    const note = (caseId: string, contactOn: string) =>
      world.as('caseworker').post(`/api/cases/${caseId}/notes`, { contactOn, mode: 'phone', minutes: 30, format: 'free', sections: { text: 'Called the clinic together.' } });

    it('refuses what would be added, in words that help, until they agree again', async () => {
      const { id: caseId, personIds: [person = ''] } = await buildCase(world);
      const consent = await agree(person, 'case_management');
      await note(caseId, TODAY).expect(201);

      await withdraw(consent);
      world.clock.set('2026-03-03T18:00:00Z');

      expect((await note(caseId, '2026-03-02').expect(409)).body).toMatchObject({ code: 'CONSENT_WITHDRAWN' });
      expect((await world.as('caseworker').post(`/api/cases/${caseId}/plan`, { language: 'es', template: 'first-months' }).expect(409)).body).toMatchObject({ code: 'CONSENT_WITHDRAWN' });
      await agree(person, 'case_management');
      await note(caseId, '2026-03-02').expect(201);
    });

    it('leaves what is there to be read, and what happened until then to be written down', async () => {
      const { id: caseId, personIds: [person = ''] } = await buildCase(world);
      await withdraw(await agree(person, 'case_management'));

      await note(caseId, TODAY).expect(201);
      await world.as('caseworker').get(`/api/cases/${caseId}`).expect(200);
      await world.as('caseworker').get(`/api/cases/${caseId}/notes`).expect(200);
    });

    it('leaves the others of a family their case, and asks nobody who was never asked', async () => {
      const { id: caseId, personIds: [mother = ''] } = await buildCase(world, { members: [{}, { relation: 'sibling' }] });
      await withdraw(await agree(mother, 'case_management'));
      world.clock.set('2026-03-03T18:00:00Z');

      await note(caseId, '2026-03-03').expect(201);
    });
  });
});
