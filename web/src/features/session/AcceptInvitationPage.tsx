import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DoorPage } from './DoorPage';
import { NewPasswordForm } from './NewPasswordForm';
import { acceptInvitation } from './session.api';
import { useFragmentToken } from './use-fragment-token';

/** Where the link of an invitation leads: choose a password, then sign in. */
export function AcceptInvitationPage() {
  const { t } = useTranslation('session');
  const token = useFragmentToken();
  const [isDone, setDone] = useState(false);

  if (token === null) return <DoorPage title={t('welcome.title')}><Text>{t('welcome.noToken')}</Text></DoorPage>;
  return (
    <DoorPage title={t('welcome.title')} intro={isDone ? undefined : t('welcome.text')}>
      {isDone ? (
        <>
          <Text role="status" mb="md">{t('welcome.done')}</Text>
          <Button component={Link} to="/sign-in" size="md" fullWidth>{t('signIn')}</Button>
        </>
      ) : (
        <NewPasswordForm withName submitLabel={t('welcome.accept')} onSubmit={async ({ password, fullName }) => {
          await acceptInvitation({ token, password, ...(fullName.trim() ? { fullName: fullName.trim() } : {}) });
          setDone(true);
        }} />
      )}
    </DoorPage>
  );
}
