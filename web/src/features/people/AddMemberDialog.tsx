import { Button, Checkbox, Group, Modal, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { addMember, type Party, type Relation, relations } from './parties.api';
import { peopleFound } from './people.api';

export interface AddMemberDialogProps {
  opened: boolean;
  party: Party;
  onClose: () => void;
}

/** Somebody who is recorded joins a party; who is in another one moves only when that is said. */
export function AddMemberDialog({ opened, party, onClose }: AddMemberDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const site = useSite();
  const cache = useQueryClient();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const [personId, setPersonId] = useState<string | null>(null);
  const [relation, setRelation] = useState<Relation>('unknown');
  const [moves, setMoves] = useState(false);
  const found = useQuery({ ...peopleFound(site.id, asked), enabled: opened && asked.length >= 2 });
  const inParty = new Set(party.members.filter(({ leftOn }) => leftOn === null).map((member) => member.personId));
  const people = (found.data?.items ?? []).filter(({ id }) => !inParty.has(id)).slice(0, 8);
  const chosen = people.find(({ id }) => id === personId);
  const isElsewhere = chosen !== undefined && chosen.partyId !== null && chosen.leftOn === null;
  const add = useMutation({
    mutationFn: (id: string) => addMember(party.id, { personId: id, relation, moves }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const { reset } = add;
  useEffect(() => {
    if (!opened) return;
    setText('');
    setPersonId(null);
    setRelation('unknown');
    setMoves(false);
    reset();
  }, [opened, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) add.mutate(chosen.id);
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('party.add')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={add.error} />
        <Stack gap="sm">
          <TextInput type="search" label={t('search.label')} value={text} onChange={(event) => setText(event.currentTarget.value)} autoComplete="off" data-autofocus />
          {people.length > 0 && (
            <Radio.Group label={t('addMember.who')} value={personId} onChange={setPersonId}>
              <Stack gap={6} mt={4}>
                {people.map((person) => <Radio key={person.id} value={person.id} label={person.name} description={[person.age === null ? t(`band.${person.ageBand}`) : t('age', { count: person.age }), person.partyCode].filter(Boolean).join(' · ')} />)}
              </Stack>
            </Radio.Group>
          )}
          {asked.length >= 2 && found.data && people.length === 0 && <Text size="sm" c="dimmed">{t('search.none')}</Text>}
          <NativeSelect label={t('addMember.relation')} value={relation} onChange={(event) => setRelation(event.currentTarget.value as Relation)} data={relations.filter((value) => value !== 'head').map((value) => ({ value, label: t(`relation.${value}`) }))} />
          {isElsewhere && <Checkbox label={t('addMember.moves', { code: chosen.partyCode })} checked={moves} onChange={(event) => setMoves(event.currentTarget.checked)} />}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={add.isPending} disabled={!chosen || (isElsewhere && !moves)}>{t('party.add')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
