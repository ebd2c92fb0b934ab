import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { useSessionState, type Session } from '../../app/session';
import { DemoSignIns } from './DemoSignIns';
import { DoorPage } from './DoorPage';
import type { DemoSignIn } from './session.api';
import { SignInForm } from './SignInForm';

/** The door. Shown at whatever address was asked for, so that signing in leads there. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const { signedIn } = useSessionState();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [demo, setDemo] = useState<DemoSignIn | null>(null);

  const enter = (session: Session) => {
    signedIn(session);
    if (pathname === '/sign-in') void navigate('/', { replace: true });
  };
  return (
    <DoorPage title={t('signIn')} below={<DemoSignIns onChoose={setDemo} />}>
      <SignInForm key={demo?.email ?? ''} email={demo?.email} password={demo?.password} onSignedIn={enter} />
      <Anchor component={Link} to="/forgot-password" className="standalone-link" mt="md">{t('forgot.link')}</Anchor>
    </DoorPage>
  );
}
