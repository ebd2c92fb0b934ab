import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { SearchIcon } from '../../ui/icons';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import classes from './WhoPicker.module.css';
import { PeoplePicker } from './PeoplePicker';
import type { ServedGroup, ServiceTargets, Whom } from './services.api';
import { foundIn } from './text-match';

type Way = 'parties' | 'rooms' | 'people' | 'count';

export interface WhoPickerProps {
  /** Who is in the house; not there while it is loading, and not for a kind that only counts. */
  targets: ServiceTargets | undefined;
  onlyCount: boolean;
  busy: boolean;
  /** Names that were logged since the panel was opened. */
  done: string[];
  onChoose: (whom: Whom, name: string) => void;
}

/** For whom: a party, a room, people by name, everybody in the house, or a count. */
export function WhoPicker({ targets, onlyCount, busy, done, onChoose }: WhoPickerProps) {
  const { t } = useTranslation('services');
  const [way, setWay] = useState<Way>('parties');
  const [text, setText] = useState('');
  const [count, setCount] = useState<number | string>('');

  // A button that is disabled while it works would lose the focus, and with it the place in the line of parties.
  const choose: WhoPickerProps['onChoose'] = (whom, name) => {
    if (!busy) onChoose(whom, name);
  };
  const logCount = (event: FormEvent) => {
    event.preventDefault();
    const headcount = Number(count);
    if (headcount < 1) return;
    onChoose({ headcount }, t('who.countOf', { count: headcount }));
    setCount('');
  };
  const counting = (
    <form onSubmit={logCount}>
      <Group align="flex-end" gap="xs">
        <NumberInput label={t('who.howMany')} description={t('who.howManyHint')} min={1} max={5000} allowDecimal={false} required value={count} onChange={setCount} w="14rem" />
        <Button type="submit" loading={busy}>{t('who.log')}</Button>
      </Group>
    </form>
  );
  if (onlyCount) return counting;

  const namesOf = (group: ServedGroup, key: 'partyId' | 'roomId') => (targets?.people ?? []).filter((person) => person[key] === group.id).flatMap(({ name }) => name ?? []);
  const tiles = (groups: ServedGroup[], key: 'partyId' | 'roomId', whom: (id: string) => Whom) => {
    const found = groups.filter((group) => foundIn(text, [group.name, ...namesOf(group, key)]));
    if (targets && groups.length === 0) return <EmptyState title={t('who.nobody')}>{t('who.nobodyText')}</EmptyState>;
    if (targets && found.length === 0) return <Text c="dimmed">{t('who.noMatch')}</Text>;
    return (
      <ul className={classes.tiles}>
        {found.map((group) => (
          <li key={group.id}>
            <button type="button" className={classes.tile} aria-disabled={busy} data-done={done.includes(group.name)} onClick={() => choose(whom(group.id), group.name)}>
              <span className={classes.name}>{done.includes(group.name) ? t('who.logged', { name: group.name }) : group.name} <span className={classes.count}>{t('who.people', { count: group.people })}</span></span>
              <span className={classes.members}>{shortList(namesOf(group, key))}</span>
            </button>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <>
      <SegmentedChoice
        label={t('who.title')} value={way} onChange={setWay}
        options={(['parties', 'rooms', 'people', 'count'] as const).map((value) => ({ value, label: t(`who.way.${value}`) }))}
      />
      {way !== 'count' && (
        <TextInput label={t('who.find')} type="search" leftSection={<SearchIcon />} value={text} onChange={(event) => setText(event.currentTarget.value)} mt="sm" mb="sm" maw="26rem" autoComplete="off" />
      )}
      {way === 'parties' && tiles(targets?.parties ?? [], 'partyId', (id) => ({ partyIds: [id] }))}
      {way === 'rooms' && tiles(targets?.rooms ?? [], 'roomId', (roomId) => ({ roomId }))}
      {way === 'people' && <PeoplePicker people={targets?.people ?? []} text={text} busy={busy} onChoose={onChoose} />}
      {way === 'count' && <div className={classes.counting}>{counting}</div>}
      {way === 'rooms' && targets && targets.people.length > 0 && (
        <Button variant="default" mt="sm" aria-disabled={busy} onClick={() => choose({ everyone: true }, t('who.wholeHouse'))}>{t('who.everyone', { count: targets.people.length })}</Button>
      )}
    </>
  );
}

const SHOWN_NAMES = 3;

function shortList(names: string[]): string {
  return names.length > SHOWN_NAMES ? `${names.slice(0, SHOWN_NAMES).join(', ')} +${names.length - SHOWN_NAMES}` : names.join(', ');
}
