import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { useRoleText } from './use-role-text';
import classes from './UserList.module.css';
import { UserStateBadge } from './UserStateBadge';
import type { User } from './users.api';

/** People by name, with the roles they have now; each name leads to the account. */
export function UserList({ users }: { users: User[] }) {
  const { t } = useTranslation('users');
  const sitePath = useSitePath();
  const roleText = useRoleText();
  return (
    <ul className={classes.list} aria-label={t('title')}>
      {users.map((user) => (
        <li key={user.id} className={classes.row}>
          <div className={classes.who}>
            <Anchor component={Link} to={sitePath('settings', 'users', user.id)} className="standalone-link" fw={600}>{user.fullName}</Anchor>
            <Text size="sm" c="dimmed">{user.email}</Text>
          </div>
          <div className={classes.facts}>
            {user.grants.filter((grant) => grant.state === 'current').map((grant) => <Text key={grant.id} size="sm">{roleText(grant)}</Text>)}
            {user.isYou && <Text size="sm" c="dimmed">{t('you')}</Text>}
            <UserStateBadge status={user.status} />
          </div>
        </li>
      ))}
    </ul>
  );
}
