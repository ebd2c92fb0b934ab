import { useTranslation } from 'react-i18next';

/** Languages offered for a contact, the most spoken first. */
export const languageChoices = ['es', 'en', 'ht', 'pt', 'fr', 'ar', 'zh', 'ru', 'tr', 'pa', 'hi', 'wo', 'ff', 'ln', 'quc', 'mam', 'kjb', 'qu', 'ps', 'prs', 'uk', 'uz', 'vi', 'sw', 'am', 'ti', 'so'] as const;

/** Names languages by their tags, in the language of the screen. */
export function useLanguageName(): (tag: string) => string {
  const { i18n } = useTranslation();
  return (tag) => {
    try {
      return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
