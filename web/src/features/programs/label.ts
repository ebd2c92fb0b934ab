import { useTranslation } from 'react-i18next';
import type { Labels } from './programs.api';

/** Says a text of a program in the language of the screen. */
export function useLabel(): (labels: Labels) => string {
  const { i18n } = useTranslation();
  return ({ en, es }) => (i18n.language.startsWith('es') ? es : en);
}
