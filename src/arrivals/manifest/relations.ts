import { fold } from './fold';

const words = {
  head: ['head', 'hoh', 'head of household', 'self', 'principal', 'pa', 'jefe', 'jefa', 'jefe de familia', 'jefa de familia', 'cabeza de familia',
    'titular', 'chefe', 'chefe de familia', 'chef de famille', 'chef'],
  spouse: ['spouse', 'wife', 'husband', 'esposa', 'esposo', 'conyuge', 'marido', 'epouse', 'epoux', 'conjoint', 'mari', 'madanm'],
  partner: ['partner', 'companion', 'pareja', 'companero', 'companera', 'companheiro', 'companheira', 'partenaire', 'concubin'],
  child: ['child', 'son', 'daughter', 'kid', 'minor child', 'hijo', 'hija', 'filho', 'filha', 'fils', 'fille', 'enfant', 'pitit', 'stepson',
    'stepdaughter', 'hijastro', 'hijastra', 'c'],
  parent: ['parent', 'mother', 'father', 'mom', 'dad', 'madre', 'padre', 'mama', 'papa', 'mae', 'pai', 'mere', 'pere', 'manman'],
  sibling: ['sibling', 'brother', 'sister', 'hermano', 'hermana', 'irmao', 'irma', 'frere', 'soeur', 'fre', 'se'],
  grandparent: ['grandparent', 'grandmother', 'grandfather', 'abuela', 'abuelo', 'avo', 'grand mere', 'grand pere', 'granmoun'],
  grandchild: ['grandchild', 'grandson', 'granddaughter', 'nieto', 'nieta', 'neto', 'neta', 'petit fils', 'petite fille'],
  aunt_uncle: ['aunt', 'uncle', 'tia', 'tio', 'tante', 'oncle', 'matant', 'tonton'],
  cousin: ['cousin', 'primo', 'prima', 'cousine', 'kouzen', 'kouzin'],
  other_relative: ['relative', 'family', 'niece', 'nephew', 'sobrino', 'sobrina', 'sobrinho', 'sobrinha', 'neveu', 'familiar', 'in law', 'cunado',
    'cunada', 'suegra', 'suegro', 'mother in law', 'brother in law', 'sister in law'],
  unrelated: ['unrelated', 'friend', 'none', 'amigo', 'amiga', 'ami', 'amie', 'single', 'alone', 'solo', 'sola', 'zanmi'],
} as const;

/** How a member of a party is related to its head. */
export type ManifestRelation = keyof typeof words | 'unknown';

const known = new Map<string, ManifestRelation>();
for (const [relation, list] of Object.entries(words)) for (const word of list) known.set(word, relation as ManifestRelation);

/** The relation a cell says; `unknown` when it says none we understand. */
export function relationOf(text: string): ManifestRelation {
  return known.get(fold(text)) ?? 'unknown';
}
