import { addDays } from '../platform/clock/clock';
import type { DemoPerson } from './demo-people.model';
import { eachFamilyName, familyNames, givenNames } from './names-of';
import type { Role } from './party-shapes';
import type { PlannedParty } from './plan';
import type { Random } from './random';

/** When and by whom a party was written down. */
export interface Intake {
  arrivedOn: string;
  at: Date;
  by: string;
}

const PARENTS = ['head', 'spouse', 'partner'];
const YOUNGEST_TO_BE_PARENT = 16;

/** The persons of a party: one family name for a family, ages that fit, papers as complete as they are at a door at night. */
export function personsOf(planned: PlannedParty, roles: Role[], intake: Intake, random: Random): DemoPerson[] {
  const { nationality, language } = planned.origin;
  const head = familyNames(nationality, random);
  const partner = familyNames(nationality, random);
  const papers = partyPapers(intake, random);
  let youngestParent = Infinity;
  return roles.map((role) => {
    const oldest = role.relation === 'child' ? Math.max(0, Math.min(role.age[1], youngestParent - YOUNGEST_TO_BE_PARENT)) : role.age[1];
    const age = random.int(role.age[0], oldest);
    if (PARENTS.includes(role.relation)) youngestParent = Math.min(youngestParent, age);
    const ageBand = bandOf(age);
    const minor = age < 18;
    const names = { head, partner, child: childNames(head, partner, nationality), none: familyNames(nationality, random) };
    const number = aNumber(random);
    const reads = !minor && (language === 'qu' || language === 'ht' ? random.chance(0.7) : random.chance(0.95));
    return {
      id: random.uuid(intake.at.getTime()),
      givenNames: givenNames(nationality, role.sex, random),
      familyNames: names[role.kin],
      birthDate: birthDate(intake.arrivedOn, age, random),
      nationality,
      sex: random.chance(0.004) ? 'undisclosed' : role.sex,
      ageBand,
      languageSpoken: language,
      languageRead: reads ? (language === 'qu' ? 'es' : language) : null,
      interpreterNeeded: !['es', 'en'].includes(language) || random.chance(0.02),
      needs: needsOf(age, role, random),
      ...number,
      ...(random.chance(0.02) ? { ...papers, releasedOn: null, releaseEvidence: null } : papers),
      protectionReview: 'none',
      createdAt: intake.at,
      createdBy: intake.by,
    };
  });
}

/** The age band the operational columns carry instead of a birth date. */
export function bandOf(age: number): DemoPerson['ageBand'] {
  if (age < 2) return 'infant';
  if (age < 13) return 'child';
  if (age < 18) return 'teen';
  return age < 60 ? 'adult' : 'older';
}

/** Children carry their father's first family name and their mother's where two family names are the custom. */
function childNames(mother: string, father: string, nationality: string): string {
  const [first = mother] = eachFamilyName(father);
  const [second = ''] = eachFamilyName(mother);
  return TWO_FAMILY_NAMES.has(nationality) && second ? `${first} ${second}` : mother;
}

const TWO_FAMILY_NAMES = new Set(['VE', 'CU', 'EC', 'CO', 'PE', 'NI', 'HN', 'GT', 'DO', 'CL', 'SV', 'MX', 'BO', 'CR', 'PA', 'PY']);

/** Release papers are a party's: most came days ago, a few long before the 45 days that a program may allow. */
function partyPapers(intake: Intake, random: Random): Pick<DemoPerson, 'releasedOn' | 'releaseEvidence' | 'releasedBy'> {
  const days = random.chance(0.025) ? random.int(46, 160) : random.chance(0.9) ? random.int(0, 3) : random.int(4, 40);
  return {
    releasedOn: addDays(intake.arrivedOn, -days),
    releaseEvidence: random.weighted([
      ['nta', 40],
      ['i94', 24],
      ['parole_notice', 20],
      ['release_order', 9],
      ['manifest', 4],
      ['stated', 3],
    ]),
    releasedBy: random.weighted([
      ['cbp', 91],
      ['ice', 7],
      ['unknown', 2],
    ]),
  };
}

function aNumber(random: Random): Pick<DemoPerson, 'aNumber' | 'aNumberStatus'> {
  const number = `${random.int(200, 249)}${String(random.int(0, 999_999)).padStart(6, '0')}`;
  const aNumberStatus = random.weighted<DemoPerson['aNumberStatus']>([
    ['verified', 95.9],
    ['stated', 2.2],
    ['missing', 1.6],
    ['refused', 0.3],
  ]);
  return { aNumber: aNumberStatus === 'verified' || aNumberStatus === 'stated' ? number : null, aNumberStatus };
}

function birthDate(arrivedOn: string, age: number, random: Random): string {
  if (age >= 18 && random.chance(0.03)) return `${Number(arrivedOn.slice(0, 4)) - age}-01-01`;
  return addDays(`${Number(arrivedOn.slice(0, 4)) - age}${arrivedOn.slice(4, 8)}01`, -random.int(31, 330));
}

function needsOf(age: number, role: Role, random: Random): string[] {
  const needs: string[] = [];
  if (age < 2) needs.push('crib');
  if (age >= 60 || random.chance(0.02)) needs.push('lower_bunk');
  if (random.chance(0.006)) needs.push('wheelchair');
  if (role.sex === 'female' && age >= 18 && age < 44 && random.chance(0.06)) needs.push('pregnant');
  if (random.chance(0.015)) needs.push('medication_storage');
  return needs;
}
