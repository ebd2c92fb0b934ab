/** Languages offered first, the most spoken at the border and in the courts. */
export const languageChoices = [
  'es', 'pt', 'ht', 'en', 'fr', 'ar', 'zh', 'ru', 'tr', 'pa', 'hi', 'wo', 'ff', 'ln', 'bm', 'quc', 'mam', 'kjb', 'qu', 'ps', 'prs', 'uk', 'uz', 'ro', 'vi', 'sw', 'am', 'ti', 'so',
] as const;

/** Countries offered first; the others follow by name. */
export const countryChoices = ['VE', 'HN', 'GT', 'SV', 'NI', 'MX', 'CO', 'EC', 'PE', 'CU', 'HT', 'BR', 'DO', 'CL', 'SN', 'MR', 'GN', 'AO', 'CD', 'CM', 'TR', 'RU', 'CN', 'IN', 'AF', 'UZ', 'KG', 'GE'] as const;
