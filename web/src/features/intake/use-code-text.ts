import { useTranslation } from 'react-i18next';

/** Names of countries and languages by their codes, in the language of the screen. */
export function useCodeText(): { country: (code: string) => string; language: (code: string) => string } {
  const { i18n } = useTranslation();
  return { country: (code) => named(i18n.language, 'region', code), language: (code) => named(i18n.language, 'language', code) };
}

function named(screen: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames([screen], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
