import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { PlusIcon } from '../../ui/icons';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { InviteDialog } from './InviteDialog';
import { UserList } from './UserList';
import { userPages } from './users.api';

/** The people who work here: their roles, whether their accounts are open; inviting another. */
export function UsersPage() {
  const { t } = useTranslation('users');
  const can = useCan();
  const [inviting, setInviting] = useState(false);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(userPages);
  const users = data?.pages.flatMap((page) => page.items) ?? [];
  const rolesToGive = data?.pages[0]?.rolesToGive ?? [];

  return (
    <>
      <PageHeader
        title={t('title')} subtitle={t('subtitle')}
        actions={can('users.manage') && rolesToGive.length > 0 && <Button leftSection={<PlusIcon />} onClick={() => setInviting(true)}>{t('invite.open')}</Button>}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />
      {isPending && <Loading lines={6} />}
      {users.length > 0 && (
        <>
          <UserList users={users} />
          <KeyPager shown={users.length} hasMore={hasNextPage} loading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
        </>
      )}
      <InviteDialog opened={inviting} roles={rolesToGive} onClose={() => setInviting(false)} />
    </>
  );
}
