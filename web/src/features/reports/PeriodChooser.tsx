import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { PeriodText } from './PeriodText';
import type { ReportPeriod, ReportProgram } from './reports.api';

/** A period; both days count. */
export interface ChosenPeriod {
  from: string;
  to: string;
}

export interface PeriodChooserProps {
  program: ReportProgram;
  today: string;
  value: ChosenPeriod;
  onChange: (period: ChosenPeriod) => void;
}

const OWN = 'own';

/** A quarter, a federal fiscal year or the whole of a program in one press; any other days by hand. */
export function PeriodChooser({ program, today, value, onChange }: PeriodChooserProps) {
  const { t } = useTranslation('reports');
  const years = [...new Set(program.periods.flatMap(({ fiscalYear }) => (fiscalYear === null ? [] : [fiscalYear])))];
  const known = program.periods.find((period) => isSame(period, value));
  const [year, setYear] = useState(known?.fiscalYear ?? years[0] ?? null);
  const [isOwn, setOwn] = useState(!known);
  const shown = program.periods.filter(({ fiscalYear }) => fiscalYear === null || fiscalYear === year);
  const started = shown.filter(({ from }) => from <= today);

  const chooseYear = (chosen: number) => {
    setYear(chosen);
    const first = program.periods.find(({ fiscalYear }) => fiscalYear === chosen);
    if (first && !isOwn) onChange({ from: first.from, to: first.to });
  };
  const choose = (key: string) => {
    setOwn(key === OWN);
    const period = shown.find((candidate) => keyOf(candidate) === key);
    if (period) onChange({ from: period.from, to: period.to });
  };

  return (
    <Stack gap="sm">
      {years.length > 1 && (
        <NativeSelect
          label={t('period.year')} value={String(year)} onChange={(event) => chooseYear(Number(event.currentTarget.value))}
          data={years.map((fiscalYear) => ({ value: String(fiscalYear), label: t('period.fiscalYear', { year: fiscalYear }) }))}
        />
      )}
      <SegmentedChoice
        label={t('period.label')} value={isOwn ? OWN : known ? keyOf(known) : null} onChange={choose}
        options={[...started.map((period) => ({ value: keyOf(period), label: nameOf(t, period) })), { value: OWN, label: t('period.own') }]}
      />
      {isOwn ? (
        <Group gap="sm" align="flex-start">
          <LocalDateInput label={t('period.from')} value={value.from} onChange={(from) => onChange({ ...value, from })} required />
          <LocalDateInput label={t('period.to')} value={value.to} onChange={(to) => onChange({ ...value, to })} required />
        </Group>
      ) : (
        <Text size="sm" c="dimmed" role="status"><PeriodText {...value} /></Text>
      )}
    </Stack>
  );
}

function isSame(period: ReportPeriod, { from, to }: ChosenPeriod): boolean {
  return period.from === from && period.to === to;
}

function keyOf({ kind, quarter, fiscalYear }: ReportPeriod): string {
  return `${kind} ${quarter ?? ''} ${fiscalYear ?? ''}`;
}

function nameOf(t: (key: string, facts?: Record<string, unknown>) => string, { kind, quarter, fiscalYear }: ReportPeriod): string {
  return kind === 'quarter' ? t('period.quarter', { quarter }) : kind === 'fiscal_year' ? t('period.fiscalYear', { year: fiscalYear }) : t('period.whole');
}
