import { Button, Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { findPeople, type ServedPerson, type Whom } from './services.api';
import { foundIn } from './text-match';
import classes from './WhoPicker.module.css';

const MOST_SHOWN = 40;
const LEAST_LETTERS = 3;

export interface PeoplePickerProps {
  /** Who is in the house. */
  people: ServedPerson[];
  /** What was typed to find somebody. */
  text: string;
  busy: boolean;
  onChoose: (whom: Whom, name: string) => void;
}

/** People by name: those in the house first; whoever is not among them is looked for among all who were at the site. */
export function PeoplePicker({ people, text, busy, onChoose }: PeoplePickerProps) {
  const { t } = useTranslation('services');
  const site = useSite();
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>([]);
  const named = people.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }]));
  const here = named.filter(({ name }) => foundIn(text, [name]));
  const wide = useQuery({ ...findPeople(site.id, text.trim()), enabled: here.length === 0 && text.trim().length >= LEAST_LETTERS });
  const found = here.length > 0 ? here : (wide.data?.items ?? []);
  const shown = [...chosen, ...found.filter(({ id }) => !chosen.some((one) => one.id === id)).slice(0, MOST_SHOWN)];

  const toggle = (person: { id: string; name: string }, isChosen: boolean) => setChosen((before) => (isChosen ? [...before, { id: person.id, name: person.name }] : before.filter(({ id }) => id !== person.id)));
  const log = () => {
    onChoose({ personIds: chosen.map(({ id }) => id) }, chosen.length === 1 ? (chosen[0]?.name ?? '') : t('who.countOf', { count: chosen.length }));
    setChosen([]);
  };
  return (
    <>
      {here.length === 0 && wide.data && <Text size="sm" c="dimmed" mb="xs" role="status">{t(wide.data.items.length > 0 ? 'who.notInHouse' : 'who.noMatch')}</Text>}
      <ul className={classes.people}>
        {shown.map((person) => (
          <li key={person.id}>
            <Checkbox label={person.name} checked={chosen.some(({ id }) => id === person.id)} onChange={(event) => toggle(person, event.currentTarget.checked)} />
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && <Text size="sm" c="dimmed" mb="xs">{t('who.moreByTyping', { count: found.length - MOST_SHOWN })}</Text>}
      <Button disabled={chosen.length === 0} loading={busy} onClick={log}>{chosen.length > 0 ? t('who.logFor', { count: chosen.length }) : t('who.chooseFirst')}</Button>
    </>
  );
}
