import { ageOf, type Answer, type AnswerBody, type ContactBody, type FormMember, type IntakeBody, type IntakeForm, type MemberBody, type Relation, safeWays } from './intake-form';

/** The form as the server takes it: what nobody typed is left out, and children answer what the head answered for them. */
export function intakeBody(form: IntakeForm, siteId: string, draftId: string): IntakeBody {
  const [head] = form.members;
  const members = form.members.map((member, at) => memberBody(member, at, form, at === 0 ? null : (head ?? null)));
  const wasAsked = form.noticeRead || members.some((member) => 'answers' in member);
  return {
    siteId,
    draftId,
    arrivedOn: form.arrivedOn,
    keepTogether: form.keepTogether,
    members,
    ...(form.noticeRead ? { noticeRead: true } : {}),
    ...(wasAsked ? { conversation: { language: head?.languageSpoken || 'en', explained: form.explained, captured: form.captured, ...(form.explained === 'interpreter' ? { interpreter: form.interpreter } : {}) } } : {}),
  };
}

function memberBody(member: FormMember, at: number, form: IntakeForm, head: FormMember | null): MemberBody {
  const age = ageOf(member, form.arrivedOn);
  const isChildOfHead = head !== null && member.relation === 'child' && age !== null && age < 18;
  const answers = said(isChildOfHead ? head.answers : age !== null && age < 18 ? {} : member.answers);
  const contact = at === 0 && form.contact.value.trim() !== '' ? [contactBody(form)] : [];
  return {
    relation: at === 0 ? 'head' : (member.relation as Relation),
    ...(member.personId ? { personId: member.personId } : { givenNames: member.givenNames.trim(), familyNames: member.familyNames.trim() }),
    ...(member.isSomebodyElse ? { isSomebodyElse: true } : {}),
    ...(member.personId ? {} : birthBody(member, form.arrivedOn)),
    ...(member.sex && !member.personId ? { sex: member.sex } : {}),
    ...(member.languageSpoken ? { languageSpoken: member.languageSpoken } : {}),
    ...(member.interpreterNeeded ? { interpreterNeeded: true } : {}),
    ...(member.needs.length > 0 ? { needs: member.needs } : {}),
    ...(member.aNumber.trim() && !member.personId ? { aNumber: member.aNumber.trim() } : {}),
    ...(member.nationality && !member.personId ? { nationality: member.nationality } : {}),
    ...(contact.length > 0 ? { contactPoints: contact } : {}),
    ...(answers.length > 0 ? { answers } : {}),
  };
}

/** An age without a date is kept as about that many years. */
function birthBody({ birthDate, age }: FormMember, on: string): Pick<MemberBody, 'birthDate' | 'birthDateQuality'> {
  if (birthDate) return { birthDate };
  if (!/^\d{1,3}$/.test(age.trim())) return {};
  return { birthDate: `${String(Number(on.slice(0, 4)) - Number(age)).padStart(4, '0')}${on.slice(4)}`.replace('-02-29', '-02-28'), birthDateQuality: 'approximate' };
}

function contactBody({ contact, members }: IntakeForm): ContactBody {
  const safe = Object.fromEntries(safeWays.map((way) => [way, contact[way]]));
  const language = members[0]?.languageSpoken;
  return { channel: contact.channel, owner: contact.owner, value: contact.value.trim(), ...(contact.sharedWith.trim() ? { sharedWith: contact.sharedWith.trim() } : {}), ...safe, ...(language ? { language } : {}) };
}

function said(answers: Record<string, Answer>): AnswerBody[] {
  return (Object.entries(answers) as [AnswerBody['purpose'], Answer][]).flatMap(([purpose, decision]) => (decision === 'later' ? [] : [{ purpose, decision }]));
}
