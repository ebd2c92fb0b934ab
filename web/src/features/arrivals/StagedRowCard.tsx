import { Anchor, Button, Group, List, Paper, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import { changeRow, type RowChange, type RowNote, type RowState, type StagedRow } from './manifests.api';
import { MatchTable } from './MatchTable';
import { MendRowForm } from './MendRowForm';
import { RowFacts } from './RowFacts';

export interface StagedRowCardProps {
  manifestId: string;
  row: StagedRow;
  editable: boolean;
  onChanged: () => void;
}

const tones: Record<RowState, StateTone> = { problem: 'bad', match: 'warn', ready: 'good', admitted: 'neutral', set_aside: 'neutral' };

/** One row: who it seems to be, what is wrong with it in plain words, and what can be done. */
export function StagedRowCard({ manifestId, row, editable, onChanged }: StagedRowCardProps) {
  const { t } = useTranslation('arrivals');
  const sitePath = useSitePath();
  const [mending, setMending] = useState(false);
  const change = useMutation({
    mutationFn: (body: RowChange) => changeRow(manifestId, row, body),
    onSuccess: () => {
      setMending(false);
      onChanged();
    },
  });
  const open = editable && row.state !== 'admitted';
  const name = `${row.givenNames} ${row.familyNames}`.trim() || t('rows.noName');

  return (
    <Paper component="li" withBorder p="sm" aria-labelledby={`row-${row.number}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={3} size="h4" id={`row-${row.number}`}>{name} <Text span size="sm" c="dimmed">{t('rows.number', { number: row.number })}</Text></Title>
        <StateBadge tone={tones[row.state]}>{t(`rowBadge.${row.state}`)}</StateBadge>
      </Group>
      <ProblemAlert problem={change.error} />
      <RowFacts row={row} />
      <Notes notes={row.problems} strong />
      <Notes notes={row.hints} />
      {row.matchesElsewhere > 0 && <Text size="sm" c="dimmed">{t('match.elsewhere', { count: row.matchesElsewhere })}</Text>}
      {row.matches.length > 0 && (
        <MatchTable row={row} editable={open} busy={change.isPending} onSame={(personId) => change.mutate({ decision: 'same', personId })} onDifferent={() => change.mutate({ decision: 'different' })} />
      )}
      {mending && <MendRowForm row={row} busy={change.isPending} onSave={(written) => change.mutate({ written })} onCancel={() => setMending(false)} />}
      {open && !mending && <RowButtons row={row} busy={change.isPending} onMend={() => setMending(true)} onChange={(body) => change.mutate(body)} />}
      {row.personId && <Anchor component={Link} to={sitePath('people', row.personId)} size="sm">{t('rows.openPerson')}</Anchor>}
    </Paper>
  );
}

function RowButtons({ row, busy, onMend, onChange }: { row: StagedRow; busy: boolean; onMend: () => void; onChange: (body: RowChange) => void }) {
  const { t } = useTranslation('arrivals');
  const swapped = row.suggestedNames;
  const duplicate = row.problems.some(({ code }) => code === 'DUPLICATE_IN_FILE');
  // What admitting was refused for says nothing about the row itself: it can be tried again as it is.
  const refused = row.problems.some(({ code }) => code === 'NOT_ADMITTED' || code === 'IN_ANOTHER_PARTY');
  return (
    <Group gap="xs" mt="sm">
      {row.state !== 'set_aside' && <Button size="sm" variant={row.state === 'problem' ? 'filled' : 'default'} disabled={busy} onClick={onMend}>{t('rows.mend')}</Button>}
      {refused && <Button size="sm" variant="default" disabled={busy} onClick={() => onChange({})}>{t('rows.tryAgain')}</Button>}
      {swapped && row.state !== 'set_aside' && (
        <Button size="sm" variant="default" disabled={busy} onClick={() => onChange({ written: { given_names: swapped.givenNames, family_names: swapped.familyNames } })}>
          {t('rows.swap', { given: swapped.givenNames, family: swapped.familyNames })}
        </Button>
      )}
      {(duplicate || (row.state === 'match' && row.matches.length === 0)) && <Button size="sm" variant="default" disabled={busy} onClick={() => onChange({ decision: 'different' })}>{t('rows.notTheSame')}</Button>}
      {row.decision && row.state !== 'set_aside' && <Button size="sm" variant="subtle" disabled={busy} onClick={() => onChange({ decision: 'undecided' })}>{t('rows.undecide')}</Button>}
      <Button size="sm" variant="subtle" loading={busy} onClick={() => onChange({ setAside: row.state !== 'set_aside' })}>{t(row.state === 'set_aside' ? 'rows.takeBack' : 'rows.setAside')}</Button>
    </Group>
  );
}

/** Problems and hints by code in the language of the screen; the server's sentence where we have none. */
function Notes({ notes, strong = false }: { notes: RowNote[]; strong?: boolean }) {
  const { t } = useTranslation('arrivals');
  if (notes.length === 0) return null;
  return (
    <List size="sm" mt={4} fw={strong ? 600 : 400} c={strong ? undefined : 'dimmed'}>
      {notes.map(({ code, sentence }) => <List.Item key={code}>{t(`note.${code}`, { defaultValue: sentence })}</List.Item>)}
    </List>
  );
}
