/** Languages offered first, the most spoken at the border and in the courts; others are typed by their code. */
export const languageChoices = [
  'es', 'pt', 'ht', 'en', 'fr', 'ar', 'zh', 'ru', 'tr', 'pa', 'hi', 'wo', 'ff', 'ln', 'bm', 'quc', 'mam', 'kjb', 'qu', 'ps', 'prs', 'uk', 'uz', 'ro', 'vi', 'sw', 'am', 'ti', 'so',
] as const;
