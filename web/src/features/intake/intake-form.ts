import type { RequestBody } from '../../api/client';

/** The form as the server takes it. */
export type IntakeBody = RequestBody<'/api/intakes', 'post'>;
export type MemberBody = IntakeBody['members'][number];
export type ContactBody = NonNullable<MemberBody['contactPoints']>[number];
export type AnswerBody = NonNullable<MemberBody['answers']>[number];
export type Conversation = NonNullable<IntakeBody['conversation']>;
export type Relation = MemberBody['relation'];
export type Need = NonNullable<MemberBody['needs']>[number];
export type Sex = NonNullable<MemberBody['sex']>;
export type Explanation = Conversation['explained'];
export type Interpreter = NonNullable<Conversation['interpreter']>;
export type Capture = Conversation['captured'];
export type Channel = ContactBody['channel'];
export type Owner = ContactBody['owner'];

export const needs = ['crib', 'lower_bunk', 'wheelchair', 'ground_floor', 'private_room', 'quiet_room', 'medication_storage', 'pregnant', 'special_diet'] as const satisfies readonly Need[];
export const sexes = ['female', 'male', 'other', 'undisclosed'] as const satisfies readonly Sex[];
export const relations = ['spouse', 'partner', 'child', 'parent', 'sibling', 'grandparent', 'grandchild', 'aunt_uncle', 'cousin', 'other_relative', 'unrelated', 'unknown'] as const satisfies readonly Relation[];
export const explanations = ['read_aloud', 'interpreter', 'read_by_person', 'audio'] as const satisfies readonly Explanation[];
export const interpreters = ['telephone', 'staff', 'agency', 'volunteer'] as const satisfies readonly Interpreter[];
export const captures = ['verbal', 'signature', 'mark'] as const satisfies readonly Capture[];
export const channels = ['phone', 'whatsapp', 'email'] as const satisfies readonly Channel[];
export const owners = ['self', 'shared', 'relative', 'sponsor'] as const satisfies readonly Owner[];
export const safeWays = ['safeToText', 'safeToCall', 'safeToLeaveMessage', 'safeToSayName'] as const;

/** What somebody answered to a purpose; `later` means that nobody asked. */
export type Answer = 'given' | 'refused' | 'later';

/** Somebody on the form, as typed. */
export interface FormMember {
  /** Tells the members of one form apart. */
  key: string;
  /** Who they are, when they are known already. */
  personId: string | null;
  knownAs: string;
  isSomebodyElse: boolean;
  givenNames: string;
  familyNames: string;
  birthDate: string;
  /** Typed where the date is not known. */
  age: string;
  relation: Relation | '';
  sex: Sex | '';
  languageSpoken: string;
  interpreterNeeded: boolean;
  needs: Need[];
  aNumber: string;
  nationality: string;
  answers: Record<string, Answer>;
}

/** How the party may be reached, and what they said is safe. */
export type FormContact = Record<(typeof safeWays)[number], boolean> & { channel: Channel; owner: Owner; value: string; sharedWith: string };

/** The whole form, as typed. It is what the draft keeps. */
export interface IntakeForm {
  arrivedOn: string;
  keepTogether: boolean;
  members: FormMember[];
  contact: FormContact;
  noticeRead: boolean;
  explained: Explanation;
  interpreter: Interpreter;
  captured: Capture;
}

/** A form with one empty member. */
export function blankForm(today: string): IntakeForm {
  return {
    arrivedOn: today,
    keepTogether: true,
    members: [blankMember()],
    contact: { channel: 'phone', owner: 'self', value: '', sharedWith: '', safeToText: false, safeToCall: false, safeToLeaveMessage: false, safeToSayName: false },
    noticeRead: false,
    explained: 'read_aloud',
    interpreter: 'telephone',
    captured: 'verbal',
  };
}

/**
 * The next member: who comes with somebody often has their family name, language and nationality. How they are related is never
 * guessed: a child who is taken for a daughter by default would come past the protection review.
 */
export function blankMember(like?: FormMember): FormMember {
  return {
    key: crypto.randomUUID(), personId: null, knownAs: '', isSomebodyElse: false, givenNames: '', familyNames: like?.familyNames ?? '', birthDate: '', age: '',
    relation: like ? '' : 'head', sex: '', languageSpoken: like?.languageSpoken ?? '', interpreterNeeded: like?.interpreterNeeded ?? false, needs: [], aNumber: '',
    nationality: like?.nationality ?? '', answers: {},
  };
}

/** How somebody is called on the form; empty while nothing is typed. */
export function nameOf({ knownAs, givenNames, familyNames }: FormMember): string {
  return knownAs || [givenNames.trim(), familyNames.trim()].filter(Boolean).join(' ');
}

/** How a form is found again in the list of those that were not finished. */
export function titleOf({ members }: IntakeForm): string {
  return (members.map(nameOf).find((name) => name !== '') ?? '').slice(0, 120);
}

/** How old somebody is as typed, on the day of arrival; null while nothing is. */
export function ageOf({ birthDate, age }: FormMember, on: string): number | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) {
    const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
    return Math.max(0, birthDate.slice(5) > on.slice(5) ? years - 1 : years);
  }
  return /^\d{1,3}$/.test(age.trim()) ? Number(age) : null;
}

/** Whether anything was typed that would be a pity to lose. */
export function isWorthKeeping({ members, contact }: IntakeForm): boolean {
  return members.length > 1 || contact.value !== '' || members.some((member) => nameOf(member) !== '' || member.birthDate !== '' || member.aNumber !== '' || member.needs.length > 0);
}

/** The draft's form, or null when it was written by another version of this screen. */
export function readForm(content: string, today: string): IntakeForm | null {
  try {
    const kept = JSON.parse(content) as Partial<IntakeForm>;
    if (!Array.isArray(kept.members) || kept.members.length === 0) return null;
    const blank = blankForm(today);
    return { ...blank, ...kept, contact: { ...blank.contact, ...kept.contact }, members: kept.members.map((member) => ({ ...blankMember(), ...member })) };
  } catch {
    return null;
  }
}
