import { Anchor, Button, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { DoorPage } from './DoorPage';
import { askForPasswordReset } from './session.api';

/** Asks for the mail with the link to a new password; says the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('session');
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'asking' | 'busy' | 'sent'>('asking');
  const [problem, setProblem] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState('busy');
    setProblem(null);
    try {
      await askForPasswordReset(email);
      setState('sent');
    } catch (thrown) {
      setProblem(thrown);
      setState('asking');
    }
  };
  return (
    <DoorPage title={t('forgot.title')} intro={state === 'sent' ? undefined : t('forgot.text')}>
      {state === 'sent' ? <Text role="status">{t('forgot.sent')}</Text> : (
        <form onSubmit={submit}>
          <ProblemAlert problem={problem} />
          <TextInput label={t('email')} type="email" name="email" autoComplete="username" required withAsterisk={false} autoFocus value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
          <Button type="submit" size="md" fullWidth mt="md" loading={state === 'busy'}>{t('forgot.send')}</Button>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" className="standalone-link" mt="md">{t('backToSignIn')}</Anchor>
    </DoorPage>
  );
}
