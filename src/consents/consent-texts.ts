import en from './texts/en.json';
import es from './texts/es.json';
import pt from './texts/pt.json';
import { purposeKeys, purposes, type DataCategory, type Purpose } from './purposes';

/** The version of all texts. Whoever changes a word of one raises it, so that every consent says which words were heard. */
export const TEXT_VERSION = '2026-1';

const languages = { en, es, pt } as const satisfies Record<string, Record<Purpose, { title: string; text: string }>>;
type TextLanguage = keyof typeof languages;

/** The languages in which the texts can be read. */
export const textLanguages = Object.keys(languages) as TextLanguage[];

/** One thing to ask, in words that can be read aloud. */
export interface ConsentText {
  purpose: Purpose;
  title: string;
  text: string;
  covers: DataCategory[];
  atIntake: boolean;
}

/** The texts in a language, or in English where there is none in it: then an interpreter says them. */
export function consentTexts(language: string): { language: TextLanguage; version: string; items: ConsentText[] } {
  const found = textLanguages.find((known) => known === language.slice(0, 2).toLowerCase()) ?? 'en';
  const items = purposeKeys.map((purpose) => ({
    purpose,
    ...languages[found][purpose],
    covers: [...purposes[purpose].covers],
    atIntake: purposes[purpose].atIntake,
  }));
  return { language: found, version: TEXT_VERSION, items };
}
