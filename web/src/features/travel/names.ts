/** A name as it is called out: given names, then family names. */
export function nameOf({ givenNames, familyNames }: { givenNames: string; familyNames: string }): string {
  return [givenNames, familyNames].filter(Boolean).join(' ');
}

/** The name of a language by its code, in the language of the screen. */
export function languageName(code: string, screen: string): string {
  try {
    return new Intl.DisplayNames([screen], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Whether an age band is one of a minor. */
export function isMinor(ageBand: string): boolean {
  return ['infant', 'child', 'teen'].includes(ageBand);
}

/** A text without accents and capitals, for finding in a list. */
export function foldedText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
