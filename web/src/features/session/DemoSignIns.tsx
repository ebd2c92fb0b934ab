import { Anchor, Paper, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './DemoSignIns.module.css';
import { demoSignIns, type DemoSignIn } from './session.api';

/** The demo accounts, each one press away; nothing outside the demo. */
export function DemoSignIns({ onChoose }: { onChoose: (account: DemoSignIn) => void }) {
  const { t } = useTranslation('session');
  const { data: accounts = [] } = useQuery({ queryKey: ['session', 'demo'], queryFn: demoSignIns, staleTime: Infinity });
  if (accounts.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Text fw={600} component="h2" size="md">{t('demo.title')}</Text>
      <Text size="sm" c="dimmed" mb="xs">{t('demo.text')}</Text>
      <ul className={classes.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton className={classes.account} onClick={() => onChoose(account)}>
              <span className={classes.role}>{t(`role.${account.role}`, { defaultValue: account.role })}</span>
              <span className={classes.email}>{account.email}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Anchor component={Link} to="/dev/outbox" className="standalone-link" mt="sm">{t('demo.outbox')}</Anchor>
    </Paper>
  );
}
