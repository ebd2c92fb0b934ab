import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** One dated row of a rule. */
export type Rule = components['schemas']['RuleView'];
export type RuleKey = Rule['key'];

/** A program year with its measures and the history of its rules. */
export type ProgramDetail = components['schemas']['ProgramPage'];

/** A rule that is to hold from a day on. */
export type RuleChange = RequestBody<'/api/programs/{id}/rules', 'post'>;

/** The rules a program can have, in the order in which they are offered, with what their values are. */
export const ruleUnits = {
  service_window_days: 'days',
  anumber_error_tolerance_pct: 'percent',
  hotel_cap_pct: 'percent',
  onward_travel_cap_pct: 'percent',
  ma_cap_pct: 'percent',
  lodging_rate_source: 'text',
  charter_min_occupancy_pct: 'percent',
  report_cadence: 'text',
  report_due_days: 'days',
  closeout_days_recipient: 'days',
  closeout_days_subrecipient: 'days',
  retention_years: 'years',
  rule_edition: 'text',
  equipment_threshold_usd: 'dollars',
  de_minimis_rate_pct: 'percent',
  subaward_base_usd: 'dollars',
  single_audit_threshold_usd: 'dollars',
} as const satisfies Record<RuleKey, Rule['unit']>;
export const ruleKeys = Object.keys(ruleUnits) as RuleKey[];

/** The program years. */
export function programs() {
  return queryOptions({ queryKey: ['programs'], queryFn: () => read(api.GET('/api/programs', {})) });
}

/** One program year. */
export function program(id: string) {
  return queryOptions({ queryKey: ['programs', id], queryFn: () => read(api.GET('/api/programs/{id}', { params: { path: { id } } })) });
}

/** Lets a rule hold from a day on. */
export function changeRule(programId: string, change: RuleChange): Promise<ProgramDetail> {
  return read(api.POST('/api/programs/{id}/rules', { params: { path: { id: programId } }, body: change }));
}
