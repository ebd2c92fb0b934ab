import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { daysBetween } from './days';
import type { MilestoneProgram } from './milestones.api';

/** In which programs a family is, and on which of their days. */
export function ProgramDays({ programs, today }: { programs: MilestoneProgram[]; today: string }) {
  const { t } = useTranslation('milestones');
  if (programs.length === 0) return <Text c="dimmed">{t('subtitle')}</Text>;
  return (
    <>
      {programs.map(({ id, name, enteredOn }) => (
        <Text key={id} c="dimmed">
          {name}{enteredOn && <>: {t('program.since')} <SiteDate value={enteredOn} />, {t('program.day', { day: daysBetween(enteredOn, today) })}</>}
        </Text>
      ))}
    </>
  );
}
