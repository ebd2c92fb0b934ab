import { useTranslation } from 'react-i18next';
import type { ServiceKind } from './services.api';

/** Gives the name of a kind of service in the language of the screen. */
export function useKindLabel(): (kind: Pick<ServiceKind, 'labels'>) => string {
  const { i18n } = useTranslation();
  return ({ labels }) => (i18n.language.startsWith('es') ? labels.es : labels.en);
}
