import { addDays } from '../platform/clock/clock';
import type { ReportPeriodView } from './report-definitions.dto';

/** The quarters and federal fiscal years (October to September) that a program touches, cut to its own days, and the whole of it. */
export function periodsOf(program: { from: string; to: string }): ReportPeriodView[] {
  const cut = (from: string, to: string): { from: string; to: string } => ({ from: from < program.from ? program.from : from, to: to > program.to ? program.to : to });
  const quarters: ReportPeriodView[] = [];
  for (let from = quarterStart(program.from); from <= program.to; from = nextQuarter(from)) {
    quarters.push({ kind: 'quarter', ...fiscalQuarter(from), ...cut(from, addDays(nextQuarter(from), -1)) });
  }
  const years = [...new Set(quarters.map(({ fiscalYear }) => fiscalYear as number))].map((fiscalYear): ReportPeriodView => ({
    kind: 'fiscal_year', quarter: null, fiscalYear, ...cut(`${fiscalYear - 1}-10-01`, `${fiscalYear}-09-30`),
  }));
  const whole: ReportPeriodView = { kind: 'whole', quarter: null, fiscalYear: null, ...program };
  return years.length > 1 ? [...quarters, ...years, whole] : [...quarters, whole];
}

function quarterStart(date: string): string {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function nextQuarter(start: string): string {
  const month = Number(start.slice(5, 7)) + 3;
  return month > 12 ? `${Number(start.slice(0, 4)) + 1}-01-01` : `${start.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function fiscalQuarter(start: string): { quarter: number; fiscalYear: number } {
  const month = Number(start.slice(5, 7));
  const year = Number(start.slice(0, 4));
  return month >= 10 ? { quarter: 1, fiscalYear: year + 1 } : { quarter: (month - 1) / 3 + 2, fiscalYear: year };
}
