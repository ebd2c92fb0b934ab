import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DoorPage } from './DoorPage';
import { NewPasswordForm } from './NewPasswordForm';
import { completePasswordReset } from './session.api';
import { useFragmentToken } from './use-fragment-token';

/** Chooses a new password with the link of the mail. */
export function ResetPasswordPage() {
  const { t } = useTranslation('session');
  const token = useFragmentToken();
  const [isDone, setDone] = useState(false);

  if (token === null) {
    return (
      <DoorPage title={t('reset.title')}>
        <Text>{t('reset.noToken')}</Text>
        <Anchor component={Link} to="/forgot-password" className="standalone-link" mt="md">{t('reset.askAgain')}</Anchor>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('reset.title')}>
      {isDone ? (
        <>
          <Text role="status" mb="md">{t('reset.done')}</Text>
          <Button component={Link} to="/sign-in" size="md" fullWidth>{t('signIn')}</Button>
        </>
      ) : (
        <NewPasswordForm submitLabel={t('reset.save')} onSubmit={async ({ password }) => {
          await completePasswordReset(token, password);
          setDone(true);
        }} />
      )}
    </DoorPage>
  );
}
