import { fold } from './fold';

const names: string[][] = [
  ['january', 'jan', 'enero', 'ene', 'janeiro', 'janvier', 'janv', 'janvye'],
  ['february', 'feb', 'febrero', 'fevereiro', 'fev', 'fevrier', 'fevr', 'fevriye'],
  ['march', 'mar', 'marzo', 'marco', 'mars', 'mas'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr'],
  ['may', 'mayo', 'maio', 'mai', 'me'],
  ['june', 'jun', 'junio', 'junho', 'juin', 'jen'],
  ['july', 'jul', 'julio', 'julho', 'juillet', 'juil', 'jiye'],
  ['august', 'aug', 'agosto', 'ago', 'aout', 'dawou'],
  ['september', 'sep', 'sept', 'septiembre', 'setiembre', 'set', 'setembro', 'septembre', 'septanm'],
  ['october', 'oct', 'octubre', 'outubro', 'out', 'octobre', 'oktob'],
  ['november', 'nov', 'noviembre', 'novembro', 'novembre', 'novanm'],
  ['december', 'dec', 'diciembre', 'dic', 'dezembro', 'dez', 'decembre', 'desanm'],
];

const numbers = new Map(names.flatMap((list, index) => list.map((name) => [name, index + 1] as const)));

/** The number of a month named in English, Spanish, Portuguese, French or Haitian Creole, or null. */
export function monthNumber(word: string): number | null {
  return numbers.get(fold(word)) ?? null;
}
