import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';
import { PageHeader } from '../../ui/PageHeader';
import classes from './SettingsPage.module.css';

/** What can be set up, and the actions of which one is needed to open it. The pages belong to the features that own the records. */
const pages = [
  { key: 'site', actions: ['settings.read'] },
  { key: 'rooms', actions: ['settings.read'] },
  { key: 'users', actions: ['users.read'] },
  { key: 'catalogue', actions: ['catalogue.manage', 'services.read'] },
  { key: 'programs', actions: ['programs.read'] },
] as const;

/** The way to everything that is set up once and changed now and then. */
export function SettingsPage() {
  const { t } = useTranslation('sites');
  const can = useCan();
  const sitePath = useSitePath();
  return (
    <Stack gap="md">
      <PageHeader title={t('settings.title')} subtitle={t('settings.subtitle')} />
      <ul className={classes.list}>
        {pages.filter(({ actions }) => actions.some((action) => can(action))).map(({ key }) => (
          <li key={key}>
            <Link to={sitePath('settings', key)} className={classes.card}>
              <Text component="span" fw={650}>{t(`settings.${key}.title`)}</Text>
              <Text component="span" size="sm" c="dimmed">{t(`settings.${key}.text`)}</Text>
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
