import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../ui/PageHeader';
import { featurePages } from './feature-pages';
import { NotFoundPage } from './NotFoundPage';
import { useSession } from './session';
import classes from './SettingsHome.module.css';
import { useSiteOrNull, useSitePath } from './site';

const SETTINGS_PAGE = /^settings\/([a-z-]+)$/;

/** The pages of the settings that the person may open: every `settings/<room>` of a feature, named by the room's own title and subtitle. */
export function SettingsHome() {
  const { t } = useTranslation('app');
  const { actions } = useSession();
  const site = useSiteOrNull();
  const rooms = featurePages.filter(({ path, action }) => SETTINGS_PAGE.test(path) && actions.includes(action)).flatMap(({ path }) => SETTINGS_PAGE.exec(path)?.[1] ?? []);
  if (!site || rooms.length === 0) return <NotFoundPage />;
  return <Pages title={t('nav.settings')} rooms={rooms} />;
}

function Pages({ title, rooms }: { title: string; rooms: string[] }) {
  const { t } = useTranslation();
  const path = useSitePath();
  return (
    <Stack gap="lg">
      <PageHeader title={title} />
      <ul className={classes.pages}>
        {rooms.map((room) => (
          <li key={room}>
            <Link to={path('settings', room)} className={classes.page}>
              <span className={classes.name}>{t('title', { ns: room })}</span>
              <span className={classes.about}>{t('subtitle', { ns: room })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
