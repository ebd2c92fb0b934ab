import { z } from 'zod';

/** How far a text has come. What no second speaker has read is marked as such wherever it is printed. */
export const reviewStages = ['draft', 'translated', 'reviewed', 'approved'] as const;
export type ReviewStage = (typeof reviewStages)[number];

const oneText = z.strictObject({ text: z.string().min(1), state: z.enum(reviewStages) });

/** A text in several languages, each with how far it has come; English is always there. */
export const textInLanguages = z.intersection(z.object({ en: oneText }), z.record(z.string().regex(/^[a-z]{2,3}$/), oneText));
export type TextInLanguages = z.output<typeof textInLanguages>;

/** A text as it is shown to somebody who reads a language. */
export interface TextFor {
  text: string;
  /** The language it is in: English where it was not translated. */
  language: string;
  isReviewed: boolean;
}

/** A text for somebody who reads a language. */
export function textFor(texts: TextInLanguages, language: string): TextFor {
  const wanted = language.slice(0, 2).toLowerCase();
  const found = texts[wanted] ?? texts.en;
  return { text: found.text, language: texts[wanted] ? wanted : 'en', isReviewed: found.state === 'reviewed' || found.state === 'approved' };
}
