import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readCookie, writeCookie } from './cookies';

/**
 * Texts live beside what shows them and are found by their file name: `features/<room>/en.json` and `es.json` are the namespace `<room>`,
 * `ui/*.json` is `ui`, `app/*.json` is `app`. A feature adds its two files and calls `useTranslation('<room>')`; nothing is registered.
 *
 * A top-level `"problems": { "STAY_BED_TAKEN": "…" }` in any of them translates the problem codes of the API for ProblemAlert
 * (facts of the problem can be used as `{{bedId}}`). Plurals use i18next's suffixes: `guests_one`, `guests_other` with `t('guests', { count })`.
 */
const files = import.meta.glob<Texts>(['../features/*/{en,es}.json', '../ui/{en,es}.json', './{en,es}.json'], { eager: true, import: 'default' });

interface Texts {
  [key: string]: string | Texts;
}

/** The languages of the screens, by their own names. */
export const languages = { en: 'English', es: 'Español' } as const;

/** A language of the screens. */
export type Language = keyof typeof languages;

const cookieName = 'posada_language';

/** Loads all texts and starts with the language chosen on this device, else the browser's, else English. */
export function startTexts(): void {
  void i18next.use(initReactI18next).init({
    resources: textsByNamespace(),
    lng: chosenLanguage() ?? browserLanguage(),
    fallbackLng: 'en',
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  i18next.on('languageChanged', applyToDocument);
  applyToDocument(i18next.language);
}

/** Changes the language of the screens and remembers it on this device. */
export function chooseLanguage(language: Language): void {
  writeCookie(cookieName, language);
  void i18next.changeLanguage(language);
}

/** Uses the language of the person's profile, unless another one was chosen on this device. */
export function followProfileLanguage(language: string): void {
  if (chosenLanguage() === null && isLanguage(language)) void i18next.changeLanguage(language);
}

function textsByNamespace(): Resource {
  const resources: Record<Language, Record<string, Texts>> = { en: { problems: {} }, es: { problems: {} } };
  for (const [path, texts] of Object.entries(files)) {
    const language = path.endsWith('/es.json') ? 'es' : 'en';
    const folder = /([^/.]+)\/(?:en|es)\.json$/.exec(path)?.[1] ?? 'app';
    resources[language][folder] = texts;
    if (typeof texts.problems === 'object') Object.assign(resources[language].problems, texts.problems);
  }
  return resources;
}

function chosenLanguage(): Language | null {
  const chosen = readCookie(cookieName);
  return chosen !== null && isLanguage(chosen) ? chosen : null;
}

function browserLanguage(): Language {
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

function isLanguage(tag: string): tag is Language {
  return tag in languages;
}

function applyToDocument(language: string): void {
  document.documentElement.lang = language;
}
