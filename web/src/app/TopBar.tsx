import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionSite } from './session';
import { SiteSwitcher } from './SiteSwitcher';
import classes from './TopBar.module.css';
import { UserMenu } from './UserMenu';

/** Head of the app: the house mark, the site, and the person. */
export function TopBar({ site }: { site: SessionSite | null }) {
  const { t } = useTranslation('app');
  return (
    <header className={`${classes.bar} no-print`}>
      <Link to={site ? `/${encodeURIComponent(site.code)}` : '/'} className={classes.brand} aria-label={t('home')}>
        <img src="/icon.svg" width={28} height={28} alt="" />
        <span className={classes.name}>Posada</span>
      </Link>
      {site && <SiteSwitcher site={site} />}
      <div className={classes.space} />
      <UserMenu />
    </header>
  );
}
