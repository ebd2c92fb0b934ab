import { Button, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { useSession } from '../../app/session';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { changePassword } from './account.api';

const shortest = 12;
const blank = { currentPassword: '', password: '', repeated: '' };

/** Changes one's own password with the present one. */
export function PasswordForm() {
  const { t } = useTranslation('account');
  const { user } = useSession();
  const cache = useQueryClient();
  const [form, setForm] = useState(blank);
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: () => changePassword({ currentPassword: form.currentPassword, password: form.password }),
    onSuccess: async () => {
      setForm(blank);
      notifications.show({ message: t('password.saved') });
      await cache.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const { code, facts, fields } = asProblem(change.error);
  const isWrong = change.error !== null && fields.some(({ field }) => field === 'currentPassword');
  const isWeak = change.error !== null && code === 'PASSWORD_TOO_WEAK';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.reset();
    const short = [...form.password].length < shortest ? t('password.tooShort', { count: shortest }) : null;
    const found = short ?? (form.password === form.repeated ? null : t('password.different'));
    setRefusal(found);
    if (!found) change.mutate();
  };
  const field = (name: keyof typeof blank) => ({
    label: t(`password.${name}`), required: true, withAsterisk: false, maxLength: 512, w: '100%', value: form[name], visibilityToggleButtonProps: { 'aria-label': t('password.show') },
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={submit}>
      {!isWrong && !isWeak && <ProblemAlert problem={change.error} />}
      <input type="email" name="username" autoComplete="username" value={user.email} readOnly hidden />
      <Stack gap="sm" align="flex-start">
        <PasswordInput {...field('currentPassword')} autoComplete="current-password" error={isWrong ? t('password.wrong') : undefined} />
        <PasswordInput {...field('password')} autoComplete="new-password" description={t('password.hint', { count: shortest })} error={isWeak ? t(`password.weak.${String(facts.reason)}`, { count: shortest }) : refusal} />
        <PasswordInput {...field('repeated')} autoComplete="new-password" />
        <Button type="submit" variant="default" loading={change.isPending}>{t('password.save')}</Button>
      </Stack>
    </form>
  );
}
