import type { DemoParty, DemoPerson } from './demo-people.model';
import { personsOf, type Intake } from './identities';
import { phoneNumber } from './phones';
import type { Role } from './party-shapes';
import type { PlannedParty } from './plan';
import type { Random } from './random';
import { CONSENT_PURPOSES } from './vocabulary';
import { someone, type Page, type SiteWork } from './site-work';
import { addDays } from '../platform/clock/clock';

/** Writes the people of a party: persons, the party and who belongs to it, protection reviews, contact points, consents. */
export function admitParty(work: SiteWork, page: Page, planned: PlannedParty, roles: Role[], at: Date): { party: DemoParty; persons: DemoPerson[] } {
  const { random, days, site } = work;
  const arrivedOn = days.date(page.day);
  const intake: Intake = { arrivedOn, at: days.recorded(at), by: someone(work) };
  const party: DemoParty = {
    id: random.uuid(at.getTime()),
    siteId: site.id,
    code: work.partyCodes.next(),
    arrivedOn,
    keepTogether: roles.length > 1 && random.chance(0.97),
    createdAt: intake.at,
    createdBy: intake.by,
  };
  const persons = personsOf(planned, roles, intake, random);
  page.rows.parties.push(party);
  page.rows.persons.push(...persons);
  persons.forEach((person, at) => {
    const role = roles[at] as Role;
    page.rows.members.push({
      id: random.uuid(intake.at.getTime()),
      partyId: party.id,
      personId: person.id,
      relation: role.relation,
      isHead: at === 0,
      joinedOn: arrivedOn,
      leftOn: null,
    });
    if (role.withoutParent) review(work, page, person, party, role.withoutParent);
    contact(work, page, person, at === 0);
    consents(work, page, person, intake);
  });
  return { party, persons };
}

/** A minor without a parent is looked at before a bed is given; tonight's may still wait for a decision. */
function review(work: SiteWork, page: Page, person: DemoPerson, party: DemoParty, reason: 'minor_alone' | 'minor_without_parent'): void {
  const { random, days } = work;
  const decided = new Date(person.createdAt.getTime() + random.int(15, 180) * 60_000);
  const open = page.day >= days.before - 1 || !days.past(decided);
  const state = open ? 'open' : random.chance(0.94) ? 'cleared' : 'escalated';
  person.protectionReview = state === 'cleared' ? 'cleared' : 'required';
  page.rows.reviews.push({
    id: random.uuid(person.createdAt.getTime()),
    personId: person.id,
    partyId: party.id,
    reason,
    state,
    raisedAt: person.createdAt,
    raisedBy: person.createdBy,
    decidedAt: open ? null : decided,
    decidedBy: open ? null : someone(work),
  });
}

/** Heads of parties and other adults leave a number, with what is safe to do with it. */
function contact(work: SiteWork, page: Page, person: DemoPerson, head: boolean): void {
  const { random } = work;
  if (!['adult', 'older'].includes(person.ageBand) || !random.chance(head ? 0.78 : 0.3)) return;
  const doNotContact = random.chance(0.03);
  const safeToText = !doNotContact && random.chance(0.82);
  const channel = random.weighted([['whatsapp', 64], ['phone', 33], ['email', 3]] as const);
  page.rows.contactPoints.push({
    id: random.uuid(person.createdAt.getTime()),
    personId: person.id,
    channel,
    owner: random.weighted([
      ['self', 80],
      ['shared', 9],
      ['relative', 11],
    ] as const),
    value: channel === 'email' ? mailbox(person, random) : phoneNumber(random),
    safeToText,
    safeToCall: !doNotContact && random.chance(0.75),
    safeToLeaveMessage: safeToText && random.chance(0.6),
    safeToSayName: safeToText && random.chance(0.5),
    doNotContact,
    language: person.languageSpoken,
    verifiedAt: random.chance(0.5) ? person.createdAt : null,
    recordedAt: person.createdAt,
    recordedBy: person.createdBy,
  });
}

function mailbox({ givenNames, familyNames }: DemoPerson, random: Random): string {
  const plain = `${givenNames}.${familyNames}`.normalize('NFD').replace(/[^A-Za-z.]/g, '').toLowerCase();
  return `${plain}${random.int(1, 99)}@mail.example`;
}

/** What was read to them, and what they said; refusing costs nothing and happens. */
function consents(work: SiteWork, page: Page, person: DemoPerson, intake: Intake): void {
  const { random } = work;
  const minor = !['adult', 'older'].includes(person.ageBand);
  for (const { purpose, asked, refused } of CONSENT_PURPOSES) {
    if (!random.chance(minor ? asked / 3 : asked)) continue;
    const decision = random.chance(refused) ? 'refused' : 'given';
    const captured = random.weighted([
      ['signature', 70],
      ['verbal', 24],
      ['mark', 6],
    ] as const);
    page.rows.consents.push({
      id: random.uuid(intake.at.getTime()),
      personId: person.id,
      purpose,
      decision,
      language: person.languageSpoken,
      explained: person.interpreterNeeded ? 'interpreter' : random.chance(0.7) ? 'read_aloud' : 'read_by_person',
      captured,
      givenBy: minor ? 'guardian' : 'self',
      witnessUserId: captured === 'verbal' ? intake.by : null,
      validFrom: intake.arrivedOn,
      validUntil: addDays(intake.arrivedOn, 180),
      withdrawnAt: decision === 'given' && random.chance(0.006) ? work.days.recorded(new Date(intake.at.getTime() + 20 * 3_600_000)) : null,
      recordedAt: intake.at,
      recordedBy: intake.by,
    });
  }
}
