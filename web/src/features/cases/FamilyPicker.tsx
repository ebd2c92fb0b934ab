import { Checkbox, Group, Input, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { foundPeople, isLoose, offersTo, partyOf } from './cases.api';

/** Whom a case is about, and the programs they agreed to. */
export interface Family {
  partyId: string | null;
  personIds: string[];
  enrollmentIds: string[];
}

export interface FamilyPickerProps {
  /** The party whose page somebody came from. */
  startPartyId: string | null;
  value: Family;
  onChange: (family: Family) => void;
}

/** Finds a family by a name and ticks its members; programs that they agreed to come with them. */
export function FamilyPicker({ startPartyId, value, onChange }: FamilyPickerProps) {
  const { t } = useTranslation('cases');
  const site = useSite();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const [partyId, setPartyId] = useState(startPartyId ?? '');
  const found = useQuery(foundPeople(site.id, asked));
  const parties = [...new Map((found.data?.items ?? []).flatMap((person) => (person.partyId ? [[person.partyId, person] as const] : []))).values()].slice(0, 6);
  const party = useQuery(partyOf(partyId));
  const members = party.data?.members.filter(({ leftOn }) => leftOn === null) ?? [];
  const offers = useQueries({ queries: value.personIds.map(offersTo) });
  const programs = offers.flatMap(({ data }) => data?.items ?? []).filter(isLoose);
  const enrollmentIds = programs.map(({ id }) => id);

  useEffect(() => {
    if (party.data) onChange({ partyId: party.data.id, personIds: party.data.members.filter(({ leftOn }) => leftOn === null).map(({ personId }) => personId), enrollmentIds: [] });
    // Only another party starts the ticks anew.
  }, [party.data?.id]);
  const known = enrollmentIds.join();
  useEffect(() => {
    if (known !== value.enrollmentIds.join()) onChange({ ...value, enrollmentIds });
    // What was agreed to follows the people who are ticked.
  }, [known]);

  return (
    <Stack gap="sm">
      {startPartyId === null && (
        <TextInput type="search" label={t('open.find')} description={t('open.findHint')} autoComplete="off" spellCheck={false} maxLength={200} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      )}
      {parties.length > 0 && (
        <Radio.Group label={t('open.family')} value={partyId} onChange={setPartyId}>
          <Stack gap={6} mt={4}>{parties.map((person) => <Radio key={person.id} value={person.partyId ?? ''} label={person.name} description={person.partyCode} />)}</Stack>
        </Radio.Group>
      )}
      {asked.length >= 2 && found.data && parties.length === 0 && <Text size="sm" c="dimmed" role="status">{t('open.notFound')}</Text>}
      {members.length > 0 && (
        <Input.Wrapper label={t('open.members')} labelElement="div">
          <Group gap="md" mt={4}>
            {members.map(({ personId, name }) => (
              <Checkbox
                key={personId} label={name} checked={value.personIds.includes(personId)}
                onChange={(event) => onChange({ ...value, personIds: event.currentTarget.checked ? [...value.personIds, personId] : value.personIds.filter((id) => id !== personId) })}
              />
            ))}
          </Group>
        </Input.Wrapper>
      )}
      {members.length > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {programs.length > 0 ? t('open.programs', { names: [...new Set(programs.map(({ programName }) => programName))].join(', ') }) : t('open.noPrograms')}
        </Text>
      )}
    </Stack>
  );
}
