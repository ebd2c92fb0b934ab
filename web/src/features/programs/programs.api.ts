import { queryOptions } from '@tanstack/react-query';
import { api, read } from '../../api/client';

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
} as const;
export type RuleKey = keyof typeof ruleUnits;
export const ruleKeys = Object.keys(ruleUnits) as RuleKey[];

/** A program year. */
export interface Program {
  id: string;
  code: string;
  name: string;
  startsOn: string;
  endsOn: string;
  source: string;
}

/** One performance measure. */
export interface Measure {
  id: string;
  key: string;
  labels: { en: string; es: string };
  counts: 'quantity' | 'people' | 'nights';
  byType: boolean;
  categories: string[];
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
}

/** One dated row of a rule. */
export interface Rule {
  id: string;
  key: RuleKey;
  value: number | string | null;
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
  note: string;
  recordedAt: string;
  recordedBy: string | null;
  supersededAt: string | null;
}

/** A program year with its measures and the history of its rules. */
export interface ProgramDetail extends Program {
  measures: Measure[];
  rules: Rule[];
  mayChange: boolean;
}

/** A rule that is to hold from a day on. */
export interface RuleChange {
  key: RuleKey;
  value: number | string | null;
  effectiveFrom: string;
  effectiveTo?: string;
  source: string;
  note?: string;
}

/** The program years. */
export function programs() {
  return queryOptions({ queryKey: ['programs'], queryFn: () => read(api.GET('/api/programs', {})) as Promise<{ items: Program[] }> });
}

/** One program year. */
export function program(id: string) {
  return queryOptions({ queryKey: ['programs', id], queryFn: () => read(api.GET('/api/programs/{id}', { params: { path: { id } } })) as Promise<ProgramDetail> });
}

/** Lets a rule hold from a day on. */
export function changeRule(programId: string, change: RuleChange): Promise<ProgramDetail> {
  return read(api.POST('/api/programs/{id}/rules', { params: { path: { id: programId } }, body: change })) as Promise<ProgramDetail>;
}
