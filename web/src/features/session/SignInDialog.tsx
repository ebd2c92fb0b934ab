import { Anchor, Modal, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnded } from '../../api/send';
import { useSessionState, type Session } from '../../app/session';
import { SignInForm } from './SignInForm';

/**
 * Signing in again over the page when the session ended in the middle of something: what was typed stays, and the call that found out
 * is repeated. Names on the page behind are blurred. Somebody else who signs in starts on a fresh page.
 */
export function SignInDialog() {
  const { t } = useTranslation('session');
  const { session, signedIn } = useSessionState();
  const [opened, setOpened] = useState(false);
  const answer = useRef<(isSignedIn: boolean) => void>(() => undefined);
  const userId = session?.user.id ?? null;

  useEffect(() => {
    if (userId === null) return undefined;
    onSessionEnded(() => new Promise<boolean>((resolve) => {
      answer.current = resolve;
      setOpened(true);
    }));
    return () => onSessionEnded(null);
  }, [userId]);

  const enter = (fresh: Session) => {
    if (fresh.user.id !== userId) {
      window.location.assign('/');
      return;
    }
    signedIn(fresh);
    setOpened(false);
    answer.current(true);
  };
  return (
    <Modal
      opened={opened} onClose={() => undefined} title={t('again.title')} zIndex={1000}
      withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} overlayProps={{ blur: 14, backgroundOpacity: 0.75 }}
    >
      <Text c="dimmed" mb="md">{t('again.text')}</Text>
      <SignInForm email={session?.user.email} onSignedIn={enter} />
      <Anchor href="/" className="standalone-link" mt="md">{t('again.leave')}</Anchor>
    </Modal>
  );
}
