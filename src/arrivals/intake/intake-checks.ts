import { nineDigits } from '../../people/a-number';
import { contactProblem } from '../../people/contact-points.service';
import { factProblems, nameProblems } from '../../people/person-facts';
import { nameWords } from '../../people/search/name-forms';
import type { FieldProblem } from '../../platform/errors/problem';
import type { IntakeMember, RecordIntake } from './intake.dto';

/** Everything that is wrong with a form by itself, each with its field and the place of the member, on today's date of the site. */
export function intakeFormProblems(form: RecordIntake, today: string): FieldProblem[] {
  const { members, arrivedOn } = form;
  return [
    ...(arrivedOn !== undefined && arrivedOn > today ? [{ field: 'arrivedOn', message: 'They cannot have arrived on a day that is still to come.' }] : []),
    ...members.flatMap((member, at) => memberProblems(member, at, today)),
    ...repeated(members, 'personId', ({ personId }) => personId ?? null, (first) => `This is the same person as number ${first} of this form.`),
    ...repeated(members, 'aNumber', ({ aNumber }) => (aNumber ? nineDigits(aNumber) : null), (first) => `Number ${first} of this form has the same A-number.`),
    ...repeated(members, 'givenNames', nameAndBirth, (first) => `Number ${first} of this form has the same name and birth date. Take one of the two out.`),
    ...repeated(members, 'relation', ({ relation }) => (relation === 'head' ? relation : null), (first) => `Number ${first} is the head of the party already.`),
    ...conversationProblems(form),
  ];
}

function memberProblems(member: IntakeMember, at: number, today: string): FieldProblem[] {
  const prefix = `members[${at}].`;
  return [
    ...(member.personId ? [] : nameProblems(member, prefix)),
    ...factProblems(member, today, prefix),
    ...(member.contactPoints ?? []).flatMap((contact, which) => contactProblem(contact, `${prefix}contactPoints[${which}].`) ?? []),
  ];
}

function conversationProblems({ members, noticeRead, conversation }: RecordIntake): FieldProblem[] {
  const wasAsked = noticeRead === true || members.some(({ answers }) => (answers ?? []).length > 0);
  if (wasAsked && !conversation) return [{ field: 'conversation', message: 'Say in which language and how it was explained to them.' }];
  if (conversation?.interpreter && conversation.explained !== 'interpreter') {
    return [{ field: 'conversation.interpreter', message: 'Say that an interpreter explained it, or leave this empty.' }];
  }
  return [];
}

/** The later ones of members who say the same; `same` answers null where nothing is said. */
function repeated(members: IntakeMember[], field: string, same: (member: IntakeMember) => string | null, sentence: (first: number) => string): FieldProblem[] {
  const seen = new Map<string, number>();
  return members.flatMap((member, at) => {
    const value = same(member);
    if (value === null) return [];
    const first = seen.get(value);
    if (first === undefined) seen.set(value, at + 1);
    return first === undefined ? [] : [{ field: `members[${at}].${field}`, message: sentence(first) }];
  });
}

function nameAndBirth({ personId, givenNames = '', familyNames = '', birthDate, birthDateQuality = 'full' }: IntakeMember): string | null {
  const words = nameWords(`${givenNames} ${familyNames}`);
  if (personId || words.length === 0 || !birthDate || birthDateQuality !== 'full') return null;
  return `${words.map(({ folded }) => folded).join(' ')}|${birthDate}`;
}
