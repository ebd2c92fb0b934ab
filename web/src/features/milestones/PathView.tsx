import { Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { CheckIcon } from '../../ui/icons';
import { DayLine } from './DayLine';
import { MilestoneDialog, type ChosenStep } from './MilestoneDialog';
import type { MilestonePath, MilestoneTrack } from './milestones.api';
import { PathGroups } from './PathGroups';

export interface PathViewProps {
  path: MilestonePath;
  /** Whose path is shown first; the family's when nothing is said. */
  first?: string;
}

const FAMILY = 'family';

/** The paths of a case: one tab for the family and one for each member, each with its days and its steps. */
export function PathView({ path, first = FAMILY }: PathViewProps) {
  const { t } = useTranslation('milestones');
  const [chosen, setChosen] = useState<ChosenStep | null>(null);
  const [tab, setTab] = useState<string | null>(null);
  if (path.tracks.length === 0) return <EmptyState title={t('none')} icon={<CheckIcon />}>{t('noneText')}</EmptyState>;
  const keyOf = ({ personId }: MilestoneTrack): string => personId ?? FAMILY;
  const shown = path.tracks.find((track) => keyOf(track) === (tab ?? first)) ?? path.tracks[0];
  const entered = path.programs.flatMap(({ enteredOn }) => (enteredOn ? [enteredOn] : [])).sort()[0];
  const titleOf = ({ name }: MilestoneTrack): string => name ?? t('family');
  return (
    <>
      <Tabs value={shown ? keyOf(shown) : null} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md" aria-label={t('whose')}>
          {path.tracks.map((track) => (
            <Tabs.Tab key={keyOf(track)} value={keyOf(track)}>
              {titleOf(track)} <Text span size="sm" c="dimmed" className="tabular">{t('achievedOf', { done: track.steps.filter(({ state }) => state === 'achieved').length, total: track.steps.length })}</Text>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {path.tracks.map((track) => (
          <Tabs.Panel key={keyOf(track)} value={keyOf(track)}>
            {entered && <DayLine entered={entered} today={path.today} steps={track.steps} />}
            <PathGroups
              steps={track.steps} today={path.today}
              onChoose={(step, suggested) => setChosen({ step, track: { personId: track.personId, title: titleOf(track) }, suggested })}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
      <MilestoneDialog path={path} chosen={chosen} onClose={() => setChosen(null)} />
    </>
  );
}
