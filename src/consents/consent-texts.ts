import en from './texts/en.json';
import es from './texts/es.json';
import pt from './texts/pt.json';
import { factsOf, purposeKeys, type DataCategory, type Purpose } from './purposes';
import type { RecipientKind } from './consent-recipient.entity';

/** How far a translation has come: only one that a second speaker has read is used to ask for consent. */
export const textStates = ['draft', 'translated', 'reviewed', 'approved'] as const;
export type TextState = (typeof textStates)[number];

interface TextFile {
  /** Whoever changes a word of a text raises it, so that every consent says which words were heard. */
  version: string;
  state: string;
  texts: Record<Purpose, { title: string; text: string }>;
}

const files = { en, es, pt } as const satisfies Record<string, TextFile>;
export type TextLanguage = keyof typeof files;

/** The languages in which there are texts. */
export const textLanguages = Object.keys(files) as TextLanguage[];

/** One thing to ask, in words that can be read aloud. */
export interface ConsentText {
  purpose: Purpose;
  title: string;
  text: string;
  covers: DataCategory[];
  atIntake: boolean;
  told: RecipientKind | null;
  named: boolean;
}

/** The texts of a language as they are delivered. */
export interface DeliveredTexts {
  language: TextLanguage;
  version: string;
  state: TextState;
  items: ConsentText[];
}

/** In which language there are texts for a language code; null when there are none. */
export function textLanguageOf(language: string): TextLanguage | null {
  return textLanguages.find((known) => known === language.slice(0, 2).toLowerCase()) ?? null;
}

/** The texts in a language, or in English where there is none in it: then an interpreter says them. */
export function consentTexts(language: string): DeliveredTexts {
  const found = textLanguageOf(language) ?? 'en';
  const { version, state, texts } = files[found];
  const items = purposeKeys.map((purpose): ConsentText => {
    const { covers, atIntake, told = null, named = false } = factsOf(purpose);
    return { purpose, ...texts[purpose], covers: [...covers], atIntake, told, named };
  });
  return { language: found, version, state: state as TextState, items };
}

/** Whether the texts are delivered as read by a second speaker. */
export function isDeliveredReviewed({ state }: DeliveredTexts): boolean {
  return state === 'reviewed' || state === 'approved';
}
