import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { changeUser, inviteAgain, mailNewPassword, signOutEverywhere, type User } from './users.api';

const deeds: Record<string, (id: string) => Promise<unknown>> = {
  'invite-again': inviteAgain,
  'reset-password': mailNewPassword,
  'sign-out': signOutEverywhere,
  disable: (id) => changeUser(id, { status: 'disabled' }),
  enable: (id) => changeUser(id, { status: 'active' }),
};

/** What can be done with an account, each asked for once more before it is done. */
export function AccountDeeds({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const cache = useQueryClient();
  const [asked, setAsked] = useState<string | null>(null);
  const possible = Object.keys(deeds).filter((deed) => user.allowed.includes(deed));
  if (possible.length === 0) return <Text c="dimmed">{t(user.isYou ? 'deed.yourself' : 'deed.none')}</Text>;
  return (
    <>
      <Group gap="xs">
        {possible.map((deed) => (
          <Button key={deed} variant="default" c={deed === 'disable' ? 'var(--posada-red-text)' : undefined} onClick={() => setAsked(deed)}>{t(`deed.${deed}.open`)}</Button>
        ))}
      </Group>
      <ConfirmDialog
        opened={asked !== null} title={t(`deed.${asked ?? 'enable'}.title`, { name: user.fullName })} confirmLabel={t(`deed.${asked ?? 'enable'}.open`)} danger={asked === 'disable'}
        onClose={() => setAsked(null)}
        onConfirm={async () => {
          if (!asked) return;
          await deeds[asked]?.(user.id);
          await cache.invalidateQueries({ queryKey: ['users'] });
          notifications.show({ message: t(`deed.${asked}.done`, { name: user.fullName }) });
        }}
      >
        <Text>{t(`deed.${asked ?? 'enable'}.text`)}</Text>
      </ConfirmDialog>
    </>
  );
}
