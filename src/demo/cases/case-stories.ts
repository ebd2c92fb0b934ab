import { addDays, daysBetween, momentAt } from '../../platform/clock/clock';
import type { DemoConsent, DemoMember, DemoParty, DemoPerson } from '../demo-people.model';
import type { DemoOrganization, DemoSite, DemoUser } from '../demo.model';
import { personsOf } from '../identities';
import { rolesOf } from '../party-shapes';
import { GROUP_SIZES, ORIGINS } from '../published';
import type { Random } from '../random';
import { CLOSINGS, GOALS, NOTES, type DemoGoal } from './case-words';

/** A step of somebody with a program. */
export interface DemoStep {
  to: string;
  on: string;
  reason: string | null;
}

/** A rating of an adult: one level for each domain of the matrix; null where it does not apply. */
export interface DemoRating {
  personId: string;
  stage: 'entry' | 'interim' | 'exit';
  on: string;
  levels: Record<string, number | null>;
  goals: string[];
}

/** A milestone that was reached, is under way or was declined. */
export interface DemoMilestone {
  key: string;
  personId: string | null;
  state: 'achieved' | 'in_progress' | 'declined';
  on: string;
}

/** What a family lived on in a month, in dollars. */
export interface DemoMonth {
  month: string;
  income: number;
  rent: number;
  cashAssistance: boolean;
  employed: number;
}

/** One family that was offered a program, from the offer to what came of it. */
export interface DemoFamily {
  caseId: string;
  offerId: string;
  siteId: string;
  timeZone: string;
  programCode: string;
  persons: DemoPerson[];
  adults: string[];
  party: DemoParty;
  members: DemoMember[];
  referredBy: string;
  offeredOn: string;
  steps: DemoStep[];
  consents: DemoConsent[];
  /** Null where they declined, were not reached or have not answered: then nothing below is there. */
  work: DemoWork | null;
}

/** What a case consists of. */
export interface DemoWork {
  code: string;
  leadId: string;
  supervisorId: string;
  acuity: 'low' | 'moderate' | 'high';
  sealed: boolean;
  openedOn: string;
  plan: { id: string; startedOn: string; goals: { id: string; words: DemoGoal; position: number; met: boolean }[]; reviewDays: number[] } | null;
  ratings: DemoRating[];
  screened: { personId: string; on: string; outcome: string }[];
  milestones: DemoMilestone[];
  months: DemoMonth[];
  notes: { on: string; body: string; mode: string; minutes: number; signed: boolean }[];
  closing: ((typeof CLOSINGS)[number] & { on: string; followUp: boolean }) | null;
}

/** The milestones that families reach, with the middle of the days it takes and whom they are of. */
const PATH: readonly (readonly [key: string, of: 'adult' | 'child' | 'party', days: number])[] = [
  ['legal_orientation', 'adult', 20], ['hearing_date_verified', 'adult', 15], ['address_updates_filed', 'adult', 30], ['attorney_consult', 'adult', 60], ['legal_screening', 'adult', 45],
  ['asylum_filed', 'adult', 150], ['ead_applied', 'adult', 230], ['ead_received', 'adult', 300], ['school_enrolled', 'child', 25], ['vaccines', 'child', 50], ['child_health_visit', 'child', 60],
  ['health_coverage', 'adult', 90], ['primary_care', 'adult', 80], ['english_placement', 'adult', 40], ['english_class', 'adult', 60], ['resume', 'adult', 120], ['first_job', 'adult', 280],
  ['bank_account', 'adult', 150], ['stable_address', 'party', 40], ['own_lease', 'party', 170], ['housed_90_days', 'party', 270], ['self_sufficient', 'party', 330], ['phone_and_channel', 'adult', 5],
];

const DOMAINS: readonly (readonly [key: string, start: number, speed: number])[] = [
  ['housing', 1.6, 1.5], ['employment', 1.1, 1.2], ['income', 1.1, 1.1], ['food', 2, 1], ['childcare', 1.8, 0.9], ['childrens_education', 1.7, 1.9], ['family_relations', 2.8, 0.5],
  ['parenting', 3, 0.4], ['adult_education', 1.8, 0.9], ['life_skills', 2.7, 0.7], ['mobility', 1.7, 1.1], ['community', 1.6, 1.1], ['health_coverage', 1.3, 1.4], ['mental_health', 2.3, 0.7],
  ['substance_use', 4.3, 0.2], ['disabilities', 3.9, 0.2], ['legal', 1.4, 1], ['safety', 2.6, 0.9],
];
const OF_CHILDREN = ['childcare', 'childrens_education', 'parenting'];
const OF_WORK = ['employment', 'income'];

/** The families that a site works with over a year: in time order, all different, the same for the same seed. */
export function familiesOf(organization: DemoOrganization, count: number, today: string, random: Random): DemoFamily[] {
  const [site] = organization.sites;
  const byRole = (role: string): DemoUser[] => organization.users.filter((user) => user.role === role && (user.siteId === site?.id || user.siteId === null));
  const workers = byRole('caseworker');
  const [supervisor] = byRole('supervisor');
  if (!site || !supervisor || workers.length === 0) return [];
  return Array.from({ length: count }, (_, at) => {
    const daysAgo = Math.round(345 - (340 * at) / Math.max(1, count - 1));
    return familyOf({ site, workers, supervisor, programs: organization.code === 'interior' ? ['drf-draa', 'drf-draa', 'cmpp-2024'] : ['cmpp-2024'], at }, addDays(today, -daysAgo), today, random.fork(`family ${at}`));
  });
}

interface Setting {
  site: DemoSite;
  workers: DemoUser[];
  supervisor: DemoUser;
  programs: string[];
  at: number;
}

function familyOf({ site, workers, supervisor, programs, at }: Setting, offeredOn: string, today: string, random: Random): DemoFamily {
  const lead = workers[at % workers.length] ?? supervisor;
  // They came some while ago: nobody of them waits for a bed tonight.
  const arrivedOn = addDays(offeredOn, -random.int(9, 20));
  const arrivedAt = momentAt(arrivedOn, '15:00', site.timeZone);
  const size = Math.max(random.chance(0.75) ? 2 : 1, random.weighted(GROUP_SIZES));
  const planned = { day: 0, size, nights: 1, origin: random.weighted(ORIGINS), destination: 'NY' };
  const roles = rolesOf(size, random).map((role) => ({ ...role, withoutParent: undefined }));
  const persons = personsOf(planned, roles, { arrivedOn, at: arrivedAt, by: supervisor.id }, random);
  const adults = persons.filter(({ ageBand }) => ageBand === 'adult' || ageBand === 'older').map(({ id }) => id);
  const id = (): string => random.uuid(arrivedAt.getTime());
  const party: DemoParty = { id: id(), siteId: site.id, code: `F-${1000 + at}`, arrivedOn, keepTogether: true, createdAt: arrivedAt, createdBy: supervisor.id };
  const members = persons.map((person, place): DemoMember => ({ id: id(), partyId: party.id, personId: person.id, relation: roles[place]?.relation ?? 'unknown', isHead: place === 0, joinedOn: arrivedOn, leftOn: null }));
  const programCode = random.pick(programs);
  const { steps, enteredOn, closing } = stepsOf(offeredOn, today, at, random);
  const caseId = id();
  const consents = enteredOn === null ? [] : adults.map((personId): DemoConsent => ({
    id: id(), personId, purpose: 'case_management', decision: 'given', language: 'es', explained: 'read_aloud', captured: 'signature', givenBy: 'self', witnessUserId: null,
    validFrom: enteredOn, validUntil: addDays(enteredOn, 364), withdrawnAt: closing?.reason === 'asked_to_stop' ? momentAt(closing.on, '10:00', site.timeZone) : null,
    recordedAt: momentAt(enteredOn, '10:00', site.timeZone), recordedBy: lead.id,
  }));
  const work = enteredOn === null ? null : workOf({ persons, adults, enteredOn, closing, today, programCode, lead, supervisor, at }, random);
  return {
    caseId, offerId: id(), siteId: site.id, timeZone: site.timeZone, programCode, persons, adults, party, members,
    referredBy: random.weighted([['site', 55], ['partner', 20], ['walk_in', 12], ['self', 8], ['other_program', 5]]), offeredOn, steps, consents, work,
  };
}

type Closing = NonNullable<DemoWork['closing']>;

/** Of nine families seven say yes; of those nearly half have left when their time came. */
function stepsOf(offeredOn: string, today: string, at: number, random: Random): { steps: DemoStep[]; enteredOn: string | null; closing: Closing | null } {
  const steps: DemoStep[] = [{ to: 'referred', on: offeredOn, reason: null }];
  const on = (after: number): string => addDays(steps.at(-1)?.on ?? offeredOn, after);
  const step = (to: string, after: number, reason: string | null = null): boolean => {
    const day = on(after);
    if (day > today) return false;
    steps.push({ to, on: day, reason });
    return true;
  };
  if (!step('contacted', random.int(0, 3))) return { steps, enteredOn: null, closing: null };
  const answer = at % 9 === 4 ? 'no' : at % 9 === 7 ? (at % 2 === 0 ? 'unreached' : 'elsewhere') : 'yes';
  if (answer !== 'yes') {
    if (answer === 'no') step('declined', random.int(0, 6), random.pick(['not_now', 'has_other_help', 'moving_on', 'keeps_to_self']));
    else step('exited', random.int(8, 25), answer === 'unreached' ? 'lost_contact' : 'moved_to_destination');
    return { steps, enteredOn: null, closing: null };
  }
  if (!step('consented', random.int(0, 12))) return { steps, enteredOn: null, closing: null };
  const enteredOn = steps.at(-1)?.on ?? offeredOn;
  const goesOn = step('assessed', random.int(3, 16)) && step('active', random.int(0, 6));
  if (!goesOn || !random.chance(0.45)) return { steps, enteredOn, closing: null };
  const story = random.pick(CLOSINGS);
  const closes = story.reason === 'goals_met' ? random.int(110, 250) : random.int(25, 160);
  if (!step('exited', closes, story.endReason)) return { steps, enteredOn, closing: null };
  return { steps, enteredOn, closing: { ...story, on: steps.at(-1)?.on ?? today, followUp: story.reason !== 'lost_contact' && random.chance(0.7) } };
}

interface Entered {
  persons: DemoPerson[];
  adults: string[];
  enteredOn: string;
  closing: Closing | null;
  today: string;
  programCode: string;
  lead: DemoUser;
  supervisor: DemoUser;
  at: number;
}

function workOf(entered: Entered, random: Random): DemoWork {
  const { persons, adults, enteredOn, closing, today, lead, supervisor, at } = entered;
  const until = closing?.on ?? today;
  const id = (): string => random.uuid(new Date(`${enteredOn}T16:00:00Z`).getTime());
  const days = daysBetween(enteredOn, until);
  const startedOn = addDays(enteredOn, random.int(6, 16));
  const goals = random.shuffle([...GOALS]).slice(0, random.int(1, 3));
  return {
    code: `C-${2000 + at * 7}`, leadId: lead.id, supervisorId: supervisor.id, acuity: random.weighted([['low', 30], ['moderate', 52], ['high', 18]] as const),
    // One family of the second worker asked that nobody else should know.
    sealed: at === 9, openedOn: enteredOn,
    plan: startedOn > until || random.chance(0.08) ? null : {
      id: id(), startedOn, reviewDays: [30, 90, ...(closing ? [] : [180, 270, 360].filter((day) => day < days + 60))],
      goals: goals.map((words, position) => ({ id: id(), words, position: position + 1, met: random.chance(Math.min(0.85, days / 320)) })),
    },
    ratings: ratingsOf(entered, until, random),
    screened: adults.filter(() => random.chance(0.82) && days > 9).map((personId) => ({ personId, on: addDays(enteredOn, random.int(2, 9)), outcome: random.weighted([['no_indicator', 88], ['declined', 9], ['indicator', 3]]) })),
    milestones: milestonesOf(persons, adults, enteredOn, until, random),
    months: monthsOf(entered, until, random),
    notes: notesOf(enteredOn, until, closing === null, at, random),
    closing,
  };
}

/** At entry, after three months, and on leaving: most domains rise, some stay, few fall. */
function ratingsOf({ persons, adults, enteredOn, closing }: Entered, until: string, random: Random): DemoRating[] {
  const hasChildren = persons.length > adults.length;
  return adults.flatMap((personId) => {
    const entry = addDays(enteredOn, random.int(2, 15));
    const again = [1, 2, 3].map((time) => ['interim', addDays(entry, 90 * time + random.int(-7, 6))] as const).filter(([, on]) => on < addDays(until, -20));
    const moments = [['entry', entry] as const, ...again, ...(closing ? [['exit', closing.on] as const] : [])];
    const luck = 0.6 + random.next() * 0.8;
    const goals = random.shuffle(DOMAINS.map(([key]) => key)).slice(0, random.int(1, 4));
    return moments.filter(([stage, on]) => on <= until && (stage === 'entry' || random.chance(0.9))).map(([stage, on]) => {
      const years = daysBetween(entry, on) / 150;
      const levels = Object.fromEntries(DOMAINS.map(([key, start, speed]) => {
        if (OF_CHILDREN.includes(key) && !hasChildren) return [key, null];
        const held = OF_WORK.includes(key) && daysBetween(enteredOn, on) < 190 ? 0.25 : 1;
        return [key, Math.max(1, Math.min(5, Math.round(start + speed * luck * years * held + (random.next() - 0.55) * 1.1)))];
      }));
      return { personId, stage, on, levels, goals };
    });
  });
}

function milestonesOf(persons: DemoPerson[], adults: string[], enteredOn: string, until: string, random: Random): DemoMilestone[] {
  const children = persons.map(({ id }) => id).filter((id) => !adults.includes(id));
  return PATH.flatMap(([key, of, middle]) => {
    const subjects = of === 'party' ? [null] : of === 'child' ? children : adults;
    return subjects.flatMap((personId): DemoMilestone[] => {
      if (random.chance(0.03)) return [{ key, personId, state: 'declined', on: addDays(enteredOn, Math.min(20, Math.max(0, daysBetween(enteredOn, until)))) }];
      const reached = addDays(enteredOn, Math.round(middle * (0.35 + random.next() * 1.5)));
      if (reached <= until) return [{ key, personId, state: 'achieved', on: reached }];
      const begun = addDays(reached, -Math.round(middle * 0.4));
      return begun <= until && begun >= enteredOn ? [{ key, personId, state: 'in_progress', on: begun }] : [];
    });
  });
}

function monthsOf({ adults, enteredOn, programCode }: Entered, until: string, random: Random): DemoMonth[] {
  if (programCode !== 'drf-draa') return [];
  const months: DemoMonth[] = [];
  const rent = random.int(9, 16) * 100;
  const works = random.int(110, 330);
  for (let month = addDays(`${enteredOn.slice(0, 7)}-01`, 32).slice(0, 7); `${month}-28` <= until; month = addDays(`${month}-01`, 32).slice(0, 7)) {
    const isWorking = daysBetween(enteredOn, `${month}-15`) > works;
    if (random.chance(0.1)) continue;
    months.push({ month: `${month}-01`, rent, income: isWorking ? random.int(15, 34) * 100 : random.int(0, 4) * 100, cashAssistance: !isWorking && random.chance(0.5), employed: isWorking ? 1 + (adults.length > 1 && random.chance(0.3) ? 1 : 0) : 0 });
  }
  return months;
}

function notesOf(enteredOn: string, until: string, isOpen: boolean, at: number, random: Random): DemoWork['notes'] {
  const notes: DemoWork['notes'] = [];
  for (let on = enteredOn; on <= until; on = addDays(on, random.int(9, 31))) {
    notes.push({ on, body: random.pick(NOTES), mode: random.weighted([['in_person', 45], ['phone', 32], ['message', 13], ['home_visit', 10]]), minutes: random.int(1, 9) * 10, signed: true });
  }
  const last = notes.at(-1);
  // Some of the last ones wait to be signed.
  if (last && isOpen && at % 6 === 0) last.signed = false;
  return notes;
}
