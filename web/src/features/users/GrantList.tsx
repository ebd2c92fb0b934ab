import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { useRoleText } from './use-role-text';
import classes from './UserList.module.css';
import { endRole, type Grant, type User } from './users.api';

/** The roles of a colleague with their days; those that hold or will hold can be ended. */
export function GrantList({ user }: { user: User }) {
  const { t } = useTranslation('users');
  const roleText = useRoleText();
  const cache = useQueryClient();
  const [ending, setEnding] = useState<Grant | null>(null);
  const mayEnd = user.allowed.includes('grant');
  if (user.grants.length === 0) return <Text c="dimmed">{t('noRoles')}</Text>;
  return (
    <>
      <ul className={classes.list} aria-label={t('roles')}>
        {user.grants.map((grant) => (
          <li key={grant.id} className={classes.row}>
            <div className={classes.who}>
              <Text fw={600}>{roleText(grant)}</Text>
              <Text size="sm" c="dimmed">
                {t('since')} <SiteDate value={grant.validFrom} />{grant.validTo && <> {t('until')} <SiteDate value={grant.validTo} /></>}
              </Text>
            </div>
            <div className={classes.facts}>
              {grant.state !== 'current' && <StateBadge tone={grant.state === 'future' ? 'info' : 'neutral'}>{t(`grantState.${grant.state}`)}</StateBadge>}
              {mayEnd && grant.state !== 'over' && (
                <Button size="sm" variant="default" onClick={() => setEnding(grant)} aria-label={t('end.label', { role: roleText(grant) })}>{t('end.open')}</Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={ending !== null} title={t('end.title')} confirmLabel={t('end.confirm')} danger onClose={() => setEnding(null)}
        onConfirm={async () => {
          if (ending) await endRole(user.id, ending.id);
          await cache.invalidateQueries({ queryKey: ['users'] });
        }}
      >
        <Text>{ending && t('end.text', { role: roleText(ending), name: user.fullName })}</Text>
      </ConfirmDialog>
    </>
  );
}
