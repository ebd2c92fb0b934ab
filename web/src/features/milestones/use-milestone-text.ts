import { useTranslation } from 'react-i18next';

/** The words of the catalogue in the language of the screen. */
export function useMilestoneText(): { labelOf: (named: { labels: { en: string; es: string } }) => string; evidenceOf: (kind: string) => string } {
  const { t, i18n } = useTranslation('milestones');
  return {
    labelOf: ({ labels }) => (i18n.language.startsWith('es') ? labels.es : labels.en),
    // A program of another house may name kinds of its own; they are shown as they are written, with spaces.
    evidenceOf: (kind) => t(`evidence.${kind}`, { defaultValue: kind.replaceAll('_', ' ') }),
  };
}
