import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askToSignIn, lastAnsweredAt } from '../../api/send';
import { useSession, useSessionState } from '../../app/session';
import { ProblemAlert } from '../../ui/ProblemAlert';

const warnSeconds = 120;

/** Two minutes before the session ends it says so and offers to stay; when it has ended, it asks for a new sign-in over the page. */
export function IdleWarning() {
  const { t } = useTranslation('session');
  const { refresh, signOut } = useSessionState();
  const [problem, setProblem] = useState<unknown>(null);
  const left = useSecondsLeft();
  const isOver = left <= 0;

  useEffect(() => {
    if (isOver) void askToSignIn();
  }, [isOver]);

  const stay = () => {
    setProblem(null);
    refresh().catch(setProblem);
  };
  return (
    <Modal opened={left > 0 && left <= warnSeconds} onClose={stay} title={t('idle.title')} zIndex={900} withCloseButton={false}>
      <ProblemAlert problem={problem} />
      <Text className="tabular">{t('idle.text', { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` })}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => void signOut(false).catch(setProblem)}>{t('idle.signOut')}</Button>
        <Button onClick={stay} data-autofocus>{t('idle.stay')}</Button>
      </Group>
    </Modal>
  );
}

/** Seconds until the session ends by idling or by its absolute end, whichever is first. */
function useSecondsLeft(): number {
  const { expiresAt, idleMinutes } = useSession();
  const [left, setLeft] = useState(warnSeconds + 1);
  useEffect(() => {
    const count = () => {
      const end = Math.min(Date.parse(expiresAt), lastAnsweredAt() + idleMinutes * 60_000);
      // Far from the end the number does not matter, and an unchanged one draws nothing.
      setLeft(Math.min(Math.ceil((end - Date.now()) / 1000), warnSeconds + 1));
    };
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [expiresAt, idleMinutes]);
  return left;
}
