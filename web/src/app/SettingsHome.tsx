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

interface Entry {
  room: string;
  /** Before the keys `title` and `subtitle`. */
  text: string;
}

/** The pages of the settings that the person may open: every `settings/<room>` of a feature, named by the feature's own texts. */
export function SettingsHome() {
  const { t } = useTranslation('app');
  const { actions } = useSession();
  const site = useSiteOrNull();
  const entries = featurePages.filter(({ action }) => actions.includes(action)).flatMap(({ path, settingsText }): Entry[] => {
    const room = SETTINGS_PAGE.exec(path)?.[1];
    return room ? [{ room, text: settingsText ?? `${room}:` }] : [];
  });
  if (!site || entries.length === 0) return <NotFoundPage />;
  return <Pages title={t('nav.settings')} entries={entries} />;
}

function Pages({ title, entries }: { title: string; entries: Entry[] }) {
  const { t } = useTranslation();
  const path = useSitePath();
  return (
    <Stack gap="lg">
      <PageHeader title={title} />
      <ul className={classes.pages}>
        {entries.map(({ room, text }) => (
          <li key={room}>
            <Link to={path('settings', room)} className={classes.page}>
              <span className={classes.name}>{t(`${text}title`)}</span>
              <span className={classes.about}>{t(`${text}subtitle`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
