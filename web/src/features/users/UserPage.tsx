import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSitePath } from '../../app/site';
import { PlusIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteTime } from '../../ui/SiteTime';
import { AccountDeeds } from './AccountDeeds';
import { GrantDialog } from './GrantDialog';
import { GrantList } from './GrantList';
import { userById } from './users.api';
import { UserStateBadge } from './UserStateBadge';

/** One colleague: the account, its roles, what can be done with it. */
export function UserPage() {
  const { t } = useTranslation('users');
  const { userId = '' } = useParams();
  const sitePath = useSitePath();
  const [giving, setGiving] = useState(false);
  const { data: user, error, isPending, refetch } = useQuery(userById(userId));

  if (isPending) return <Loading lines={6} />;
  if (!user) return <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />;
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={Link} to={sitePath('settings', 'users')} className="standalone-link">{t('backToList')}</Anchor>
        <PageHeader title={user.fullName} tabTitle={t('title')} subtitle={user.email} />
        <Group gap="sm">
          <UserStateBadge status={user.status} />
          <Text size="sm" c="dimmed">
            {user.lastSignedInAt ? <>{t('lastSignedIn')} <SiteTime at={user.lastSignedInAt} withDate /></> : t('neverSignedIn')}
          </Text>
        </Group>
      </div>
      <section aria-labelledby="roles-title">
        <Group justify="space-between" mb="xs">
          <Title order={2} id="roles-title">{t('roles')}</Title>
          {user.allowed.includes('grant') && <Button variant="default" leftSection={<PlusIcon />} onClick={() => setGiving(true)}>{t('grant.open')}</Button>}
        </Group>
        <GrantList user={user} />
      </section>
      <section aria-labelledby="account-title">
        <Title order={2} id="account-title" mb="xs">{t('account')}</Title>
        <AccountDeeds user={user} />
      </section>
      <GrantDialog opened={giving} user={user} onClose={() => setGiving(false)} />
    </Stack>
  );
}
