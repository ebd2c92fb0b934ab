import { useTranslation } from 'react-i18next';
import { ApiProblem, type FieldProblem } from '../../api/problem';
import { type IntakeForm, nameOf } from './intake-form';

const OF_MEMBER = /^members\[(\d+)\]\.(.+)$/;

/** What is wrong with the form: found here before it is sent, or by the server; and to which member it belongs. */
export function useFormProblems() {
  const { t } = useTranslation('intake');
  return {
    /** What can be seen without the server, in the language of the screen. */
    localProblem: (form: IntakeForm, today: string): ApiProblem | null => {
      const fields: FieldProblem[] = form.members.flatMap((member, at) => [
        ...(member.personId || nameOf(member) !== '' ? [] : [{ field: `members[${at}].givenNames`, message: t('wrong.name') }]),
        ...(at > 0 && member.relation === '' ? [{ field: `members[${at}].relation`, message: t('wrong.relation') }] : []),
        ...(member.birthDate > today ? [{ field: `members[${at}].birthDate`, message: t('wrong.birthDate') }] : []),
      ]);
      if (form.arrivedOn > today || form.arrivedOn === '') fields.push({ field: 'arrivedOn', message: t('wrong.arrivedOn') });
      return fields.length > 0 ? new ApiProblem('INVALID', 400, t('wrong.some'), fields) : null;
    },
    /** The same problem, each sentence with the place of its member in front. */
    withPlaces: (problem: ApiProblem): ApiProblem =>
      new ApiProblem(problem.code, problem.status, problem.message, problem.fields.map(({ field, message }) => {
        const place = OF_MEMBER.exec(field)?.[1];
        return { field, message: place === undefined ? message : t('wrong.ofPerson', { place: Number(place) + 1, message }) };
      }), problem.facts),
    /** The sentences of one member by field. */
    ofMember: (problem: ApiProblem | null, at: number): Record<string, string> =>
      Object.fromEntries((problem?.fields ?? []).flatMap(({ field, message }) => {
        const [, place, name] = OF_MEMBER.exec(field) ?? [];
        return Number(place) === at && name ? [[name, message]] : [];
      })),
  };
}
