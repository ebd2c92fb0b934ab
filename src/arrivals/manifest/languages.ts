import { fold } from './fold';

// The languages asked for at the border and in the courts, with what lists call them. Codes: BCP 47, ISO 639-3 where there is no shorter one.
const spoken: Record<string, string> = {
  es: 'spanish, espanol, espanhol, espagnol, castellano, spa, esp, sp, span, panyol',
  en: 'english, ingles, anglais, eng, angle',
  pt: 'portuguese, portugues, portugais, por, port, ptg, brazilian portuguese, brasileiro, potige',
  ht: 'haitian creole, haitian, creole, kreyol, kreyol ayisyen, creole haitien, criollo haitiano, criollo, crioulo haitiano, hat, hc, crl',
  fr: 'french, frances, francais, fra, fre, fr, franse',
  ar: 'arabic, arabe, ara, arab', ru: 'russian, ruso, russo, russe, rus', uk: 'ukrainian, ucraniano, ukrainien, ukr', tr: 'turkish, turco, turc, tur',
  zh: 'chinese, chino, chines, chinois, zho, chi', cmn: 'mandarin, mandarin chinese, mandarim, cmn', yue: 'cantonese, cantones, cantonais, yue',
  hi: 'hindi, hin',
  pa: 'punjabi, panjabi, pan',
  gu: 'gujarati, guj',
  bn: 'bengali, bangla, ben',
  ne: 'nepali, nep',
  ur: 'urdu, urd',
  ps: 'pashto, pastun, pus',
  prs: 'dari, prs',
  fa: 'farsi, persian, persa, fas',
  uz: 'uzbek, uzb',
  kk: 'kazakh, kaz',
  ky: 'kyrgyz, kir',
  tg: 'tajik, tgk',
  ka: 'georgian, georgiano, kat',
  hy: 'armenian, armenio, hye',
  az: 'azerbaijani, aze',
  ro: 'romanian, rumano, ron',
  vi: 'vietnamese, vietnamita, vie',
  wo: 'wolof, wol',
  ff: 'fula, fulani, fulah, pulaar, pular, peul, fuc, fuf',
  bm: 'bambara, bam',
  ln: 'lingala, lin',
  sw: 'swahili, swa',
  ti: 'tigrinya, tir',
  am: 'amharic, amh',
  so: 'somali, som',
  ha: 'hausa, hau',
  ig: 'igbo, ibo',
  yo: 'yoruba, yor',
  tw: 'twi, akan',
  snk: 'soninke, snk',
  man: 'mandinka, mandingo, man',
  quc: 'kiche, quiche, k iche, quc',
  mam: 'mam',
  kjb: 'qanjobal, kanjobal, q anjob al, kjb',
  kek: 'qeqchi, kekchi, q eqchi, kek',
  cak: 'kaqchikel, cakchiquel, cak',
  ixl: 'ixil, ixl',
  tzo: 'tzotzil, tzo',
  tzh: 'tzeltal, tzh',
  poh: 'poqomchi, pocomchi, poh',
  acr: 'achi, acr',
  jac: 'popti, jakalteko, jac',
  cac: 'chuj, chj',
  agu: 'awakateko, agu',
  tzj: 'tzutujil, tzj',
  nah: 'nahuatl, nahua',
  mix: 'mixteco, mixtec, mix',
  zap: 'zapoteco, zapotec, zap',
  qu: 'quechua, quichua, kichwa, que',
  ay: 'aymara, aym',
  gn: 'guarani, grn',
  cab: 'garifuna, cab',
  miq: 'miskito, miq',
  it: 'italian, italiano, italien',
  de: 'german, aleman, alemao, allemand',
  ase: 'asl, american sign language',
  sgn: 'sign language, lengua de senas, lengua de signos',
};

const known = new Map<string, string>();
for (const [code, names] of Object.entries(spoken)) for (const name of [code, ...names.split(', ')]) if (!known.has(name)) known.set(name, code);

/** The code of the first language a cell names (“Spanish / Mam” is Spanish), or null when we know none of them. */
export function languageOf(text: string): string | null {
  const whole = known.get(fold(text));
  if (whole) return whole;
  for (const part of text.split(/[/,;&+(]|\b(?:and|y|e|et)\b/)) {
    const code = known.get(fold(part));
    if (code) return code;
  }
  return null;
}
