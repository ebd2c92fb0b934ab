import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { changeParty, type Member, type Party, type Relation, relations, removeMember } from './parties.api';

export interface RelationsDialogProps {
  opened: boolean;
  party: Party;
  onClose: () => void;
}

/** Says how everybody present is related to the head, and takes out who left the party. */
export function RelationsDialog({ opened, party, onClose }: RelationsDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const cache = useQueryClient();
  const present = party.members.filter(({ leftOn }) => leftOn === null);
  const [said, setSaid] = useState<Record<string, Relation>>({});
  const [removing, setRemoving] = useState<Member | null>(null);
  const done = async () => {
    await cache.invalidateQueries({ queryKey: ['people'] });
    onClose();
  };
  const save = useMutation({
    mutationFn: () => changeParty(party.id, { members: present.map(({ personId, relation }) => ({ personId, relation: said[personId] ?? relation })) }),
    onSuccess: done,
  });
  const remove = useMutation({ mutationFn: (member: Member) => removeMember(party.id, member.personId), onSuccess: done });
  const { reset } = save;
  useEffect(() => {
    if (!opened) return;
    setSaid({});
    reset();
  }, [opened, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('party.relations')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Text size="sm" mb="sm">{t('relations.text')}</Text>
        <Stack gap="xs">
          {present.map((member) => (
            <Group key={member.personId} justify="space-between" align="flex-end" wrap="nowrap" gap="xs">
              <NativeSelect
                label={member.name} style={{ flex: 1 }} value={said[member.personId] ?? member.relation}
                onChange={(event) => setSaid({ ...said, [member.personId]: event.currentTarget.value as Relation })}
                data={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
              />
              <Button variant="subtle" size="sm" onClick={() => setRemoving(member)} aria-label={t('relations.removeOne', { name: member.name })}>{t('relations.remove')}</Button>
            </Group>
          ))}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('relations.save')}</Button>
        </Group>
      </form>
      <ConfirmDialog
        opened={removing !== null} title={t('relations.removeTitle', { name: removing?.name })} confirmLabel={t('relations.remove')}
        onConfirm={() => (removing ? remove.mutateAsync(removing) : undefined)} onClose={() => setRemoving(null)}
      >
        {t('relations.removeText')}
      </ConfirmDialog>
    </Modal>
  );
}
