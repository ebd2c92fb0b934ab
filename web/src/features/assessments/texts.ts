import { useTranslation } from 'react-i18next';
import type { Texts } from './assessments.api';

/** Reads a text of an instrument in the language of the screen. */
export function useText(): (text: Texts) => string {
  const { i18n } = useTranslation();
  return (text) => (i18n.language.startsWith('es') ? text.es : text.en);
}
