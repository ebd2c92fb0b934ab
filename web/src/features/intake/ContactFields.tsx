import { Checkbox, Group, NativeSelect, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Channel, channels, type FormContact, type Owner, owners, safeWays } from './intake-form';

export interface ContactFieldsProps {
  contact: FormContact;
  wrong?: string;
  onChange: (contact: FormContact) => void;
}

/** How the head of the party may be reached; nothing is safe unless they say so. */
export function ContactFields({ contact, wrong, onChange }: ContactFieldsProps) {
  const { t } = useTranslation(['intake', 'people']);
  return (
    <section aria-labelledby="contact-title">
      <Title order={2} id="contact-title" mb="xs">{t('people:contact.title')}</Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" style={{ alignItems: 'end' }}>
        <NativeSelect label={t('people:contact.kind')} value={contact.channel} onChange={(event) => onChange({ ...contact, channel: event.currentTarget.value as Channel })} data={channels.map((value) => ({ value, label: t(`people:contact.channel.${value}`) }))} />
        <TextInput label={t('people:contact.value')} value={contact.value} error={wrong} onChange={(event) => onChange({ ...contact, value: event.currentTarget.value })} maxLength={254} autoComplete="off" inputMode={contact.channel === 'email' ? 'email' : 'tel'} />
        <NativeSelect label={t('people:contact.whose')} value={contact.owner} onChange={(event) => onChange({ ...contact, owner: event.currentTarget.value as Owner })} data={owners.map((value) => ({ value, label: t(`people:contact.owner.${value}`) }))} />
        <TextInput label={t('people:contact.sharedWith')} value={contact.sharedWith} onChange={(event) => onChange({ ...contact, sharedWith: event.currentTarget.value })} maxLength={200} autoComplete="off" />
      </SimpleGrid>
      {contact.value.trim() !== '' && (
        <Group gap="md" mt="sm" role="group" aria-labelledby="contact-safe">
          <Text size="sm" fw={500} id="contact-safe">{t('people:contact.whatIsSafe')}</Text>
          {safeWays.map((way) => <Checkbox key={way} label={t(`people:contact.${way}`)} checked={contact[way]} onChange={(event) => onChange({ ...contact, [way]: event.currentTarget.checked })} />)}
        </Group>
      )}
    </section>
  );
}
