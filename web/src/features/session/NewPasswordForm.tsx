import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { ProblemAlert } from '../../ui/ProblemAlert';

export interface NewPasswordFormProps {
  submitLabel: string;
  /** Also asks how the person wants to be called. */
  withName?: boolean;
  /** Sends it; what it throws is shown. */
  onSubmit: (chosen: { password: string; fullName: string }) => Promise<void>;
}

const shortest = 12;

/** A new password, typed twice unless it is shown. */
export function NewPasswordForm({ submitLabel, withName = false, onSubmit }: NewPasswordFormProps) {
  const { t } = useTranslation('session');
  const [chosen, setChosen] = useState({ password: '', fullName: '' });
  const [repeated, setRepeated] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const { code, facts } = asProblem(problem);
  const weak = problem !== null && code === 'PASSWORD_TOO_WEAK' ? t(`newPassword.weak.${String(facts.reason)}`, { count: shortest }) : null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refusal = [...chosen.password].length < shortest ? t('newPassword.tooShort', { count: shortest }) : chosen.password === repeated ? null : t('newPassword.different');
    setError(refusal);
    setProblem(null);
    if (refusal) return;
    setBusy(true);
    await onSubmit(chosen).catch(setProblem);
    setBusy(false);
  };
  return (
    <form onSubmit={submit}>
      {!weak && <ProblemAlert problem={problem} />}
      <Stack gap="sm">
        {withName && (
          <TextInput label={t('fullName')} description={t('fullNameHint')} name="name" autoComplete="name" maxLength={120} value={chosen.fullName} onChange={(event) => setChosen({ ...chosen, fullName: event.currentTarget.value })} />
        )}
        <PasswordInput
          label={t('newPassword.label')} description={t('newPassword.hint', { count: shortest })} name="new-password" autoComplete="new-password" required withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} error={error ?? weak} maxLength={512}
          value={chosen.password} onChange={(event) => setChosen({ ...chosen, password: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('newPassword.again')} name="new-password-again" autoComplete="new-password" required withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }} value={repeated} onChange={(event) => setRepeated(event.currentTarget.value)}
        />
        <Button type="submit" size="md" fullWidth loading={busy} mt="xs">{submitLabel}</Button>
      </Stack>
    </form>
  );
}
