import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateBadge } from '../../ui/StateBadge';
import { addRecipient, changeRecipient, type Recipient, recipientKinds, recipients } from './consent-settings.api';

/** The offices to whom something may be told with consent. */
export function RecipientSection() {
  const { t } = useTranslation('consents');
  const cache = useQueryClient();
  const known = useQuery(recipients());
  const refresh = () => cache.invalidateQueries({ queryKey: ['consent-recipients'] });
  const change = useMutation({ mutationFn: ({ id, active }: Recipient) => changeRecipient(id, { active: !active }), onSuccess: refresh });
  return (
    <section aria-labelledby="recipients-title">
      <Title order={2} id="recipients-title" mb={4}>{t('recipients.title')}</Title>
      <Text mb="sm">{t('recipients.about')}</Text>
      <AddRecipient onAdded={refresh} />
      {known.isPending && <Loading lines={3} />}
      <ProblemAlert problem={known.error ?? change.error} takeFocus={false} />
      <Stack gap="xs" mt="sm">
        {known.data?.items.length === 0 && <EmptyState title={t('recipients.none')} />}
        {known.data?.items.map((recipient) => (
          <Paper key={recipient.id} withBorder p="sm">
            <Group justify="space-between" gap="xs">
              <div>
                <Text fw={600}>{recipient.name}</Text>
                <Text size="sm" c="dimmed">{t(`recipients.kinds.${recipient.kind}`)}</Text>
              </div>
              <Group gap="xs">
                {!recipient.active && <StateBadge>{t('recipients.notOffered')}</StateBadge>}
                <Button size="compact-sm" variant="default" loading={change.isPending && change.variables?.id === recipient.id} onClick={() => change.mutate(recipient)} aria-label={t(recipient.active ? 'recipients.stopOne' : 'recipients.offerOne', { name: recipient.name })}>
                  {t(recipient.active ? 'recipients.stop' : 'recipients.offer')}
                </Button>
              </Group>
            </Group>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}

function AddRecipient({ onAdded }: { onAdded: () => Promise<void> }) {
  const { t } = useTranslation('consents');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Recipient['kind']>('legal');
  const add = useMutation({
    mutationFn: () => addRecipient({ name: name.trim(), kind }),
    onSuccess: async () => {
      setName('');
      await onAdded();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={add.error} />
      <Group align="flex-end" gap="xs">
        <TextInput label={t('recipients.name')} value={name} maxLength={120} required onChange={(event) => setName(event.currentTarget.value)} />
        <NativeSelect label={t('recipients.kind')} value={kind} onChange={(event) => setKind(event.currentTarget.value as Recipient['kind'])} data={recipientKinds.map((value) => ({ value, label: t(`recipients.kinds.${value}`) }))} />
        <Button type="submit" loading={add.isPending} disabled={name.trim() === ''}>{t('recipients.add')}</Button>
      </Group>
    </form>
  );
}
