import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../app/i18n';
import { useSite } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { blankGrant, GrantFields, grantOf } from './GrantFields';
import { invite } from './users.api';

export interface InviteDialogProps {
  opened: boolean;
  /** The roles that can be given. */
  roles: string[];
  onClose: () => void;
}

/** Invites a colleague: who, in which language, with which first role. */
export function InviteDialog({ opened, roles, onClose }: InviteDialogProps) {
  const { t } = useTranslation(['users', 'ui']);
  return (
    <Modal opened={opened} onClose={onClose} title={t('invite.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <InviteForm roles={roles} onClose={onClose} />
    </Modal>
  );
}

/** The dialog takes it out when it is closed, so that the next invitation starts empty. */
function InviteForm({ roles, onClose }: Omit<InviteDialogProps, 'opened'>) {
  const { t, i18n } = useTranslation(['users', 'ui']);
  const site = useSite();
  const cache = useQueryClient();
  const [form, setForm] = useState({ email: '', fullName: '', language: i18n.language as Language, grant: blankGrant(roles, site.id) });
  const send = useMutation({
    mutationFn: () => invite({ email: form.email.trim(), fullName: form.fullName.trim(), language: form.language, grants: [grantOf(form.grant)] }),
    onSuccess: async ({ email }) => {
      await cache.invalidateQueries({ queryKey: ['users'] });
      notifications.show({ message: t('invite.done', { email }) });
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={send.error} />
      <Stack gap="sm">
        <TextInput label={t('email')} type="email" autoComplete="off" required data-autofocus maxLength={254} value={form.email} onChange={(event) => setForm({ ...form, email: event.currentTarget.value })} />
        <TextInput label={t('fullName')} autoComplete="off" required maxLength={120} value={form.fullName} onChange={(event) => setForm({ ...form, fullName: event.currentTarget.value })} />
        <NativeSelect
          label={t('language')} value={form.language} onChange={(event) => setForm({ ...form, language: event.currentTarget.value as Language })}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        />
        <GrantFields roles={roles} form={form.grant} onChange={(grant) => setForm({ ...form, grant })} />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={send.isPending}>{t('invite.send')}</Button>
      </Group>
    </form>
  );
}
