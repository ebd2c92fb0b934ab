import { z } from 'zod';
import ar from './copy/ar.json';
import en from './copy/en.json';
import es from './copy/es.json';
import fr from './copy/fr.json';
import ht from './copy/ht.json';
import pt from './copy/pt.json';
import { reviewStages } from './plan-texts';

/** The languages in which a plan is printed: English, Spanish, Haitian Creole, Portuguese, French and Arabic. */
export const copyLanguages = ['en', 'es', 'ht', 'pt', 'fr', 'ar'] as const;
export type CopyLanguage = (typeof copyLanguages)[number];

const RIGHT_TO_LEFT: readonly CopyLanguage[] = ['ar'];

const textFile = z.record(z.enum(Object.keys(en) as [keyof typeof en, ...(keyof typeof en)[]]), z.strictObject({ text: z.string().min(1), state: z.enum(reviewStages) }));

/** A fixed text of the printed copy. */
export type CopyKey = keyof typeof en;
const files = Object.fromEntries(Object.entries({ en, es, ht, pt, fr, ar }).map(([language, file]) => [language, textFile.parse(file)])) as Record<CopyLanguage, z.output<typeof textFile>>;

/** The fixed texts of the copy in a language. */
export interface CopyTexts {
  language: CopyLanguage;
  direction: 'ltr' | 'rtl';
  items: { key: CopyKey; text: string; isReviewed: boolean }[];
}

/** The fixed texts for somebody who reads a language; in English when they are not there in it. */
export function copyTexts(language: string): CopyTexts {
  const found = copyLanguages.find((known) => known === language.slice(0, 2).toLowerCase()) ?? 'en';
  const items = Object.entries(files[found]).map(([key, { text, state }]) => ({ key: key as CopyKey, text, isReviewed: state === 'reviewed' || state === 'approved' }));
  return { language: found, direction: RIGHT_TO_LEFT.includes(found) ? 'rtl' : 'ltr', items };
}
