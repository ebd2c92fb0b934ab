import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';

/** Names whom an assessment is about: somebody of the case, somebody who left it, or the family together. */
export function useSubjectName(): (personId: string | null) => string {
  const { t } = useTranslation('assessments');
  const { members } = useCase();
  return (personId) => {
    if (personId === null) return t('list.family');
    return members.find((member) => member.personId === personId)?.name ?? t('list.formerMember');
  };
}
