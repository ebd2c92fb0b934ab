import type { Tx } from '../../platform/database/tx';
import { ruleNumber, type PlannedRule, type ReportPlan } from '../report-plan';
import type { ReportParameters } from '../report-plans.repository';
import type { IndicatorPart, NamedByData } from './indicator.model';

interface NameRow extends IndicatorPart {
  kind: Exclude<NamedByData, 'languages'>;
}

/** What a program's reasons, services and milestones are called, and how many days its rules name, as of a moment. */
export async function namesAt(tx: Tx, asOf: string, { programId, from, to }: ReportParameters, rules: readonly PlannedRule[]): Promise<Required<Pick<ReportPlan, 'caseNames' | 'caseDays'>>> {
  const rows = await tx.rows<NameRow>(NAMES, [tx.scope.organizationId, programId, asOf, from, to]);
  const of = (wanted: NameRow['kind']): IndicatorPart[] => rows.filter(({ kind }) => kind === wanted).map(({ key, labels }) => ({ key, labels }));
  return {
    caseNames: { end_reasons: of('end_reasons'), services: of('services'), milestones: of('milestones') },
    // The rule that held last in the period names the days.
    caseDays: Object.fromEntries(rules.filter(({ key }) => key.endsWith('_days')).map(({ key, value }) => [key, ruleNumber(value)])),
  };
}

const KNOWN = 'organization_id = $1 and program_id = $2 and recorded_at <= $3::timestamptz and (superseded_at is null or superseded_at > $3::timestamptz)';
const IN_PERIOD = 'effective_from < $5::date and (effective_to is null or effective_to > $4::date)';
const NAMES = `
  select distinct on (kind, position, key) kind, key, labels from (
    select 'end_reasons' as kind, key, labels, position, effective_from from program_end_reasons where ${KNOWN} and ${IN_PERIOD}
    union all select 'services', key, labels, position, effective_from from program_services where ${KNOWN} and ${IN_PERIOD}
    union all select 'milestones', key, labels, position, effective_from from program_milestones where ${KNOWN} and ${IN_PERIOD}) named
   order by kind, position, key, effective_from desc`;
