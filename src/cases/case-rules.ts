import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { daysOf, type RuleKey, type RuleValue } from '../programs/rule-keys';
import weights from './packs/acuity-weights.json';
import type { Acuity } from './case.entity';

/** How much a case of an acuity weighs on the caseload of its lead. */
export const acuityWeights: Readonly<Record<Acuity, number>> = weights;

/** What the programs of a case say about working on it; where several say something, what is kindest to the family holds. */
export interface RulesOfCase {
  /** The most weight a lead carries; null when no program says one. */
  caseloadCeiling: number | null;
  /** Somebody who comes back within these days goes on with the same case. */
  reopenDays: number;
  followUpDays: number[];
  noContactDays: number;
}

/** Rules where no program says anything. */
export const usualRules: RulesOfCase = { caseloadCeiling: null, reopenDays: 30, followUpDays: [90, 180], noContactDays: 30 };

/** Reads the dated rules of programs that bear on cases. */
@Injectable()
export class CaseRules {
  constructor(private readonly tx: Tx) {}

  /** The rules of the programs in which the people of a case take part. */
  async ofCase(caseId: string, on: string): Promise<RulesOfCase> {
    return combined(await this.tx.rows<DatedValue>(OF_CASE, [this.tx.scope.organizationId, caseId, on, KEYS]));
  }

  /** The rules of programs. */
  async ofPrograms(programIds: readonly string[], on: string): Promise<RulesOfCase> {
    return combined(await this.tx.rows<DatedValue>(OF_PROGRAMS, [this.tx.scope.organizationId, programIds, on, KEYS]));
  }
}

interface DatedValue {
  key: RuleKey;
  value: RuleValue;
}

/** One set of rules out of those of several programs. */
export function combined(rows: readonly DatedValue[]): RulesOfCase {
  const numbers = (key: RuleKey): number[] => rows.flatMap((row) => (row.key === key && typeof row.value === 'number' ? [row.value] : []));
  const [ceilings, reopening, contact] = [numbers('caseload_ceiling'), numbers('reopen_days'), numbers('no_contact_days')];
  const followUps = rows.flatMap(({ key, value }) => (key === 'follow_up_days' ? daysOf(value) : []));
  return {
    caseloadCeiling: ceilings.length > 0 ? Math.min(...ceilings) : usualRules.caseloadCeiling,
    reopenDays: reopening.length > 0 ? Math.max(...reopening) : usualRules.reopenDays,
    followUpDays: followUps.length > 0 ? [...new Set(followUps)].sort((one, other) => one - other) : usualRules.followUpDays,
    noContactDays: contact.length > 0 ? Math.min(...contact) : usualRules.noContactDays,
  };
}

const KEYS: readonly RuleKey[] = ['caseload_ceiling', 'reopen_days', 'follow_up_days', 'no_contact_days'];
const IN_FORCE = `select rule.key, rule.value from program_rules rule
  where rule.organization_id = $1 and rule.superseded_at is null and daterange(rule.effective_from, rule.effective_to) @> $3::date and rule.key = any ($4::text[])`;
const OF_CASE = `${IN_FORCE} and rule.program_id in (select enrolled.program_id from enrollments enrolled where enrolled.organization_id = $1 and enrolled.case_id = $2)`;
const OF_PROGRAMS = `${IN_FORCE} and rule.program_id = any ($2::uuid[])`;
