import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSessionState } from '../../app/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteTime } from '../../ui/SiteTime';
import { StateBadge } from '../../ui/StateBadge';
import { endSession, openSessions } from './account.api';
import classes from './OwnSessions.module.css';

/** Where one is signed in; each can be ended, or all at once. */
export function OwnSessions() {
  const { t } = useTranslation('account');
  const { signOut } = useSessionState();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const sessions = useQuery(openSessions);
  const end = useMutation({ mutationFn: endSession, onSuccess: () => cache.invalidateQueries({ queryKey: ['account'] }) });
  return (
    <>
      <ProblemAlert problem={sessions.error} onRetry={() => void sessions.refetch()} takeFocus={false} />
      <ProblemAlert problem={end.error} />
      {sessions.isPending && <Loading lines={2} />}
      <ul className={classes.list} aria-label={t('sessions.title')}>
        {sessions.data?.map((session) => (
          <li key={session.id} className={classes.session}>
            <div>
              <Text>{t('sessions.since')} <SiteTime at={session.signedInAt} withDate /></Text>
              <Text size="sm" c="dimmed">{t('sessions.lastSeen')} <SiteTime at={session.lastSeenAt} withDate /></Text>
            </div>
            {session.isThis
              ? <StateBadge tone="good">{t('sessions.this')}</StateBadge>
              : <Button size="sm" variant="default" loading={end.isPending && end.variables === session.id} onClick={() => end.mutate(session.id)}>{t('sessions.end')}</Button>}
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => setAsking(true)}>{t('sessions.endAll')}</Button>
      <ConfirmDialog opened={asking} title={t('sessions.endAllTitle')} confirmLabel={t('sessions.endAll')} danger onClose={() => setAsking(false)} onConfirm={() => signOut(true)}>
        <Text>{t('sessions.endAllText')}</Text>
      </ConfirmDialog>
    </>
  );
}
