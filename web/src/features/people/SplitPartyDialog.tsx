import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Party, type Relation, relations, splitParty } from './parties.api';

export interface SplitPartyDialogProps {
  opened: boolean;
  party: Party;
  onClose: () => void;
}

/** Members go on as a party of their own: who, and how they are related to the first of them. */
export function SplitPartyDialog({ opened, party, onClose }: SplitPartyDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const cache = useQueryClient();
  const navigate = useNavigate();
  const sitePath = useSitePath();
  const [leaving, setLeaving] = useState<Map<string, Relation>>(new Map());
  const present = party.members.filter(({ leftOn }) => leftOn === null);
  const split = useMutation({
    mutationFn: () => splitParty(party.id, [...leaving].map(([personId, relation], at) => ({ personId, relation: at === 0 ? 'head' : relation }))),
    onSuccess: async ({ left }) => {
      await cache.invalidateQueries({ queryKey: ['people'] });
      onClose();
      await navigate(sitePath('parties', left.id));
    },
  });
  const { reset } = split;
  useEffect(() => {
    if (!opened) return;
    setLeaving(new Map());
    reset();
  }, [opened, reset]);

  const toggle = (personId: string, goes: boolean) => {
    const next = new Map(leaving);
    if (goes) next.set(personId, 'unknown');
    else next.delete(personId);
    setLeaving(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    split.mutate();
  };
  const [head] = [...leaving.keys()];
  return (
    <Modal opened={opened} onClose={onClose} title={t('split.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={split.error} />
        <Text size="sm" mb="sm">{t('split.text')}</Text>
        <Stack gap="xs" role="group" aria-label={t('split.who')}>
          {present.map(({ personId, name }) => (
            <Group key={personId} justify="space-between" wrap="nowrap">
              <Checkbox label={name} checked={leaving.has(personId)} onChange={(event) => toggle(personId, event.currentTarget.checked)} />
              {leaving.has(personId) && (personId === head
                ? <Text size="sm" c="dimmed">{t('relation.head')}</Text>
                : <NativeSelect aria-label={t('split.relationOf', { name })} value={leaving.get(personId)} onChange={(event) => setLeaving(new Map(leaving).set(personId, event.currentTarget.value as Relation))} data={relations.filter((value) => value !== 'head').map((value) => ({ value, label: t(`relation.${value}`) }))} />)}
            </Group>
          ))}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={split.isPending} disabled={leaving.size === 0 || leaving.size === present.length}>{t('party.split')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
