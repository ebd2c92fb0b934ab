import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, type Language } from '../../app/i18n';
import { useSession, useSessionState } from '../../app/session';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { changeAccount } from './account.api';

/** How one is called, and the language of mails and screens. */
export function ProfileForm() {
  const { t } = useTranslation('account');
  const { user } = useSession();
  const { refresh } = useSessionState();
  const [form, setForm] = useState({ fullName: user.fullName, language: user.language as Language });
  const save = useMutation({
    mutationFn: () => changeAccount({ fullName: form.fullName.trim(), language: form.language }),
    onSuccess: async () => {
      chooseLanguage(form.language);
      await refresh();
      notifications.show({ message: t('profile.saved', { lng: form.language }) });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={save.error} />
      <Stack gap="sm" align="flex-start">
        <TextInput w="100%" label={t('profile.fullName')} name="name" autoComplete="name" required withAsterisk={false} maxLength={120} value={form.fullName} onChange={(event) => setForm({ ...form, fullName: event.currentTarget.value })} />
        <NativeSelect
          w="100%" label={t('profile.language')} value={form.language} onChange={(event) => setForm({ ...form, language: event.currentTarget.value as Language })}
          data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        />
        <Button type="submit" variant="default" loading={save.isPending}>{t('profile.save')}</Button>
      </Stack>
    </form>
  );
}
