import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../app/session';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { signIn } from './session.api';

export interface SignInFormProps {
  /** Address filled in already. */
  email?: string;
  password?: string;
  onSignedIn: (session: Session) => void;
}

/** Address and password. The password field is emptied when they were not right. */
export function SignInForm({ email = '', password = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('session');
  const [credentials, setCredentials] = useState({ email, password });
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onSignedIn(await signIn(credentials));
    } catch (thrown) {
      setProblem(thrown);
      setCredentials((before) => ({ ...before, password: '' }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={problem} />
      <Stack gap="sm">
        <TextInput
          label={t('email')} type="email" name="email" autoComplete="username" required autoFocus={email === ''} withAsterisk={false}
          value={credentials.email} onChange={(event) => setCredentials({ ...credentials, email: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('password')} name="password" autoComplete="current-password" required autoFocus={email !== ''} data-autofocus={email !== '' || undefined} withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          value={credentials.password} onChange={(event) => setCredentials({ ...credentials, password: event.currentTarget.value })}
        />
        <Button type="submit" size="md" fullWidth loading={busy} mt="xs">{t('signIn')}</Button>
      </Stack>
    </form>
  );
}
