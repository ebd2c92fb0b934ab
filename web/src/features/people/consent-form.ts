import type { Assent, Capture, Consent, ConsentTexts, Explanation, Interpreter, NewConsents, Purpose } from './consents.api';
import type { Person } from './people.api';

export type Answer = 'given' | 'refused' | 'later';

/** One question of a conversation. */
export interface Asked {
  answer: Answer;
  recipientId: string;
}

/** What is filled in while somebody is asked. */
export interface ConsentForm {
  language: string;
  explained: Explanation;
  interpreter: Interpreter;
  interpreterLanguage: string;
  taughtBack: boolean;
  guardianId: string;
  assent: Assent | '';
  captured: Capture;
  onPaper: boolean;
  signature: string | null;
  evidence: string;
  validUntil: string;
  asked: Partial<Record<Purpose, Asked>>;
}

const minorBands: readonly string[] = ['infant', 'child', 'teen'];

/** Whether a guardian answers for them. */
export function isMinor({ age, ageBand }: Person): boolean {
  return age === null ? minorBands.includes(ageBand) : age < 18;
}

/** An empty conversation with a person. */
export function blankConsentForm({ languageSpoken, interpreterNeeded }: Person): ConsentForm {
  return {
    language: languageSpoken ?? 'es', explained: interpreterNeeded ? 'interpreter' : 'read_aloud', interpreter: 'telephone', interpreterLanguage: '', taughtBack: false,
    guardianId: '', assent: '', captured: 'verbal', onPaper: false, signature: null, evidence: '', validUntil: '', asked: {},
  };
}

/** Whether an interpreter has to say the texts, because no second speaker has read them in the language. */
export function needsInterpreter(language: string, texts: ConsentTexts): boolean {
  return texts.language !== language.slice(0, 2).toLowerCase();
}

/** The answers that were given. */
export function answersOf({ asked }: ConsentForm): NewConsents['answers'] {
  return (Object.entries(asked) as [Purpose, Asked][]).flatMap(([purpose, { answer, recipientId }]) =>
    answer === 'later' ? [] : [{ purpose, decision: answer, ...(recipientId ? { recipientId } : {}) }],
  );
}

/** The conversation as it is sent. */
export function conversationBody(form: ConsentForm): NewConsents {
  const { language, explained, captured, taughtBack, signature, onPaper, evidence, validUntil, guardianId, assent } = form;
  return {
    answers: answersOf(form), language, explained, captured, taughtBack,
    ...(explained === 'interpreter' ? { interpreter: form.interpreter, ...(form.interpreterLanguage ? { interpreterLanguage: form.interpreterLanguage } : {}) } : {}),
    ...(captured !== 'verbal' && !onPaper && signature ? { signature } : {}),
    ...(evidence.trim() ? { evidence: evidence.trim() } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(guardianId ? { givenBy: 'guardian' as const, givenByPersonId: guardianId, ...(assent ? { assent } : {}) } : { givenBy: 'self' as const }),
  };
}

/** What is missing before it can be saved, as a key of the texts; null when nothing is. */
export function missingOf(form: ConsentForm, texts: ConsentTexts, minor: boolean): 'answer' | 'recipient' | 'guardian' | 'assent' | 'signature' | null {
  const answers = answersOf(form);
  if (answers.length === 0) return 'answer';
  const named = new Set(texts.items.filter((text) => text.named).map(({ purpose }) => purpose));
  if (answers.some(({ purpose, decision, recipientId }) => decision === 'given' && named.has(purpose) && !recipientId)) return 'recipient';
  const agrees = answers.some(({ purpose, decision }) => decision === 'given' && purpose !== 'intake_notice');
  if (minor && !form.guardianId && agrees) return 'guardian';
  if (minor && agrees && !form.assent) return 'assent';
  if (agrees && form.captured !== 'verbal' && !form.onPaper && !form.signature) return 'signature';
  return null;
}

/** The purposes that are still open: what holds for one office may be asked for another. */
export function openTexts(texts: ConsentTexts, answered: readonly Consent[]): ConsentTexts['items'] {
  const live = new Set(answered.filter(({ state }) => state === 'live').map(({ purpose }) => purpose));
  return texts.items.filter(({ purpose, told }) => told !== null || !live.has(purpose));
}
