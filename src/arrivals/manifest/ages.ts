import { fold } from './fold';

/** An age in whole years; infants written in months or days are 0. Null when it is none a person can have. */
export function readAge(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,]\d+)?\s*([a-z ]*)$/.exec(fold(text.replace(/[.,](?=\d)/g, 'p')).replace(/(\d)p\d+/, '$1'));
  if (!match) return null;
  const value = Number(match[1]);
  const unit = (match[2] ?? '').trim();
  if (/^(m|mo|mos|mth|mths|month|months|mes|meses|mois|mwa)( old)?$/.test(unit)) return Math.floor(value / 12);
  if (/^(w|wk|wks|week|weeks|semana|semanas|semaine|semaines|d|day|days|dia|dias|jour|jours)( old)?$/.test(unit)) return 0;
  if (unit !== '' && !/^(y|yo|y o|yr|yrs|year|years|ano|anos|ans|an|a|lane)( old| de edad)?$/.test(unit)) return null;
  return value <= 110 ? value : null;
}
