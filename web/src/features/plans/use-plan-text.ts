import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';

/** Languages in which the copy of a plan is printed come first; in others it is printed in English and read aloud. */
export const planLanguages = ['es', 'en', 'ht', 'pt', 'fr', 'ar', 'zh', 'ru', 'tr', 'wo', 'ps', 'prs', 'uk'] as const;

/** Names of languages and of whom a case is about, in the language of the screen. */
export function usePlanText(members: CaseHead['members'] = []) {
  const { t, i18n } = useTranslation('plans');
  return {
    language: (code: string): string => {
      try {
        return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(code) ?? code;
      } catch {
        return code;
      }
    },
    whose: (personId: string | null): string => (personId === null ? t('everybody') : (members.find((member) => member.personId === personId)?.name ?? t('somebody'))),
  };
}
