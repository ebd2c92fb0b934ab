import { fold } from './fold';

const codes = `
AF AL DZ AD AO AR AM AU AT AZ BS BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM
DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HK HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KP KR KW KG LA LV LB
LS LR LY LT LU MO MG MW MY MV ML MT MR MU MX MD MN ME MA MZ MM NA NP NL NZ NI NE NG MK NO OM PK PS PA PG PY PE PH PL PT PR QA RO RU RW KN LC
VC WS ST SA SN RS SC SL SG SK SI SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG TT TN TR TM UG UA AE GB US UY UZ VU VE VN XK YE ZM ZW
`.trim().split(/\s+/);

// Three-letter codes, the five-letter ones of border paperwork, names of the people, and what the list of names does not say.
const also: Record<string, string> = {
  VE: 'ven, venez, venezuelan, venezolano, venezolana, venezuelano, venezuelana, venezuelien, venezuelienne, republica bolivariana de venezuela',
  HN: 'hnd, hondu, honduran, hondureno, hondurena, hondurenho, hondurien',
  GT: 'gtm, guate, guatemalan, guatemalteco, guatemalteca, guatemalteque',
  SV: 'slv, elsal, salva, salvadoran, salvadoreno, salvadorena, salvadorenho, salvadorien',
  HT: 'hti, haitian, haitiano, haitiana, haitien, haitienne, ayiti, ayisyen',
  NI: 'nic, nicar, nicaraguan, nicaraguense',
  CU: 'cub, cuban, cubano, cubana, cubain, cubaine',
  CO: 'col, colom, colombian, colombiano, colombiana, colombien',
  EC: 'ecu, ecuad, ecuadorian, ecuatoriano, ecuatoriana, equatoriano, equatorien',
  PE: 'per, peruvian, peruano, peruana, peruvien',
  BR: 'bra, brazi, brazilian, brasileno, brasilena, brasileiro, brasileira, bresilien, bresilienne',
  MX: 'mex, mexic, mexican, mexicano, mexicana, mexicain',
  DO: 'dom, dominican, dominicano, dominicana, dr, rep dominicana, dominicain',
  BO: 'bol, bolivian, boliviano, boliviana',
  CL: 'chl, chilean, chileno, chilena',
  AR: 'arg, argentine, argentinian, argentino, argentina',
  PY: 'pry, paraguayo, paraguayan',
  UY: 'ury, uruguayo, uruguayan',
  CR: 'cri, costarricense, costa rican',
  PA: 'pan, panamanian, panameno',
  JM: 'jam, jamaican',
  TR: 'tur, turke, turk, turkish, turkey, turquia, turquie, turco',
  RU: 'rus, russi, russian, ruso, rusa, russe, russian federation',
  UA: 'ukr, ukrai, ukrainian, ucraniano',
  CN: 'chn, chinese, chino, china, chines, peoples republic of china, prc',
  IN: 'ind, indian, indio, hindu',
  NP: 'npl, nepali, nepalese',
  BD: 'bgd, bangladeshi',
  PK: 'pak, pakistani',
  AF: 'afg, afghan, afgano',
  UZ: 'uzb, uzbek',
  KZ: 'kaz, kazakh',
  KG: 'kgz, kyrgyz',
  TJ: 'tjk, tajik',
  GE: 'geo, georgian',
  AM: 'arm, armenian',
  RO: 'rou, romanian, rumano',
  SY: 'syr, syrian, sirio',
  EG: 'egy, egyptian',
  VN: 'vnm, vietnamese',
  PH: 'phl, filipino',
  SN: 'sen, seneg, senegalese, senegales, senegalais',
  MR: 'mrt, mauri, mauritanian, mauritano, mauritanien',
  GN: 'gin, guinean, guineano, guineen, guinea conakry, guinee conakry',
  CD: 'cod, drc, congolese, dr congo, rdc, democratic republic of congo, republica democratica del congo',
  CG: 'cog, congo',
  CM: 'cmr, cameroonian, camerounais',
  AO: 'ago, angolan, angolano, angolana',
  ML: 'mli, malian',
  GH: 'gha, ghanaian',
  NG: 'nga, nigerian',
  ER: 'eri, eritrean',
  ET: 'eth, ethiopian',
  SO: 'som, somali',
  GM: 'gmb, gambian',
  BF: 'bfa, burkinabe',
  CI: 'civ, ivorian, ivory coast, costa de marfil, cote divoire',
  TG: 'tgo, togolese',
  SL: 'sle',
  US: 'usa, united states, estados unidos, american, us citizen, usc, estadounidense',
  ES: 'esp, spaniard',
  PT: 'prt',
  FR: 'fra',
  KR: 'south korea',
  KP: 'north korea',
  MM: 'burma',
  CV: 'cape verde',
  SZ: 'swaziland',
  PS: 'palestine, palestinian',
  CZ: 'czech republic',
};

const known = new Map<string, string>();
for (const language of ['en', 'es', 'pt', 'fr']) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  for (const code of codes) known.set(fold(names.of(code) ?? code), code);
}
for (const [code, names] of Object.entries(also)) for (const name of names.split(', ')) known.set(name, code);
for (const code of codes) known.set(code.toLowerCase(), code);

/** The ISO 3166 code of the country a cell names, by name, people or code in English, Spanish, Portuguese or French; or null. */
export function countryOf(text: string): string | null {
  const folded = fold(text);
  return known.get(folded) ?? known.get(folded.replace(/^(republic of|republica de|republica del|republica do|republique de|the|la|el) /, '')) ?? null;
}
