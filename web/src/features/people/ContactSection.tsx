import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PlusIcon } from '../../ui/icons';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { ContactDialog } from './ContactDialog';
import { type ContactPoint, endContact, type Person, type Revealed } from './people.api';
import { RevealDialog } from './RevealDialog';
import { useCodeText } from './use-code-text';

/** How a person may be reached, and what they said is safe. */
export function ContactSection({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const [asking, setAsking] = useState<ContactPoint | 'new' | null>(null);
  const inUse = person.contactPoints.filter(({ endedAt }) => endedAt === null);
  return (
    <section aria-labelledby="contacts-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="contacts-title">{t('contact.title')}</Title>
        {person.may.recordContact && <Button size="sm" variant="default" leftSection={<PlusIcon size={16} />} onClick={() => setAsking('new')}>{t('contact.add')}</Button>}
      </Group>
      {inUse.length === 0 && <EmptyState title={t('contact.none')}>{t('contact.noneText')}</EmptyState>}
      <Stack component="ul" gap="xs" p={0} style={{ listStyle: 'none' }}>
        {inUse.map((contact) => <ContactItem key={contact.id} person={person} contact={contact} onAskAgain={() => setAsking(contact)} />)}
      </Stack>
      <ContactDialog personId={person.id} language={person.languageSpoken} contact={asking} onClose={() => setAsking(null)} />
    </section>
  );
}

function ContactItem({ person, contact, onAskAgain }: { person: Person; contact: ContactPoint; onAskAgain: () => void }) {
  const { t } = useTranslation('people');
  const { language } = useCodeText();
  const cache = useQueryClient();
  const [revealing, setRevealing] = useState(false);
  const [ending, setEnding] = useState(false);
  const [open, setOpen] = useState<Revealed | null>(null);
  const end = useMutation({ mutationFn: () => endContact(person.id, contact.id), onSuccess: () => cache.invalidateQueries({ queryKey: ['people'] }) });
  const safe = (['safeToText', 'safeToCall', 'safeToLeaveMessage', 'safeToSayName'] as const).filter((way) => contact[way]);

  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{t(`contact.channel.${contact.channel}`)} {open?.value ?? contact.value}</Text>
        <Text size="sm" c="dimmed">{t(`contact.owner.${contact.owner}`)}</Text>
      </Group>
      {open?.sharedWith && <Text size="sm">{t('contact.sharedWithShown', { who: open.sharedWith })}</Text>}
      {open?.safeHours && <Text size="sm">{t('contact.safeHoursShown', { when: open.safeHours })}</Text>}
      <Group gap={6} my={6}>
        {contact.doNotContact && <StateBadge tone="bad">{t('contact.doNotContact')}</StateBadge>}
        {!contact.doNotContact && safe.length === 0 && <StateBadge tone="warn">{t('contact.nothingSafe')}</StateBadge>}
        {safe.map((way) => <StateBadge key={way} tone="good">{t(`contact.${way}`)}</StateBadge>)}
        {contact.isShared && <StateBadge tone="warn">{t('contact.shared')}</StateBadge>}
        {contact.language && <StateBadge>{language(contact.language)}</StateBadge>}
      </Group>
      {contact.verifiedAt && <Text size="sm" c="dimmed">{t('contact.asked')} <SiteDate value={contact.verifiedAt} /></Text>}
      <Group gap="xs" mt="xs">
        {person.may.reveal && !open && <Button size="compact-sm" variant="default" onClick={() => setRevealing(true)} aria-label={t('reveal.openField', { field: `${t(`contact.channel.${contact.channel}`)} ${contact.value}` })}>{t('reveal.open')}</Button>}
        {person.may.recordContact && <Button size="compact-sm" variant="default" onClick={onAskAgain}>{t('contact.askAgain')}</Button>}
        {person.may.recordContact && <Button size="compact-sm" variant="subtle" onClick={() => setEnding(true)}>{t('contact.end')}</Button>}
      </Group>
      <RevealDialog personId={person.id} field={revealing ? 'contactPoint' : null} contactPointId={contact.id} onRevealed={setOpen} onClose={() => setRevealing(false)} />
      <ConfirmDialog opened={ending} title={t('contact.endTitle')} confirmLabel={t('contact.end')} onConfirm={() => end.mutateAsync()} onClose={() => setEnding(false)}>{t('contact.endText')}</ConfirmDialog>
    </Paper>
  );
}
