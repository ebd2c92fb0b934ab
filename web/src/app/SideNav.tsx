import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { navIcons, type NavEntry } from './navigation';
import type { SessionSite } from './session';
import classes from './SideNav.module.css';

export interface NavProps {
  site: SessionSite;
  entries: NavEntry[];
}

/** The navigation beside the page on a wide screen. */
export function SideNav({ site, entries }: NavProps) {
  const { t } = useTranslation('app');
  return (
    <nav className={`${classes.side} no-print`} aria-label={t('nav.label')}>
      <NavLinks site={site} entries={entries} />
    </nav>
  );
}

/** The links themselves, also used in the phone's drawer. */
export function NavLinks({ site, entries, onChosen }: NavProps & { onChosen?: () => void }) {
  const { t } = useTranslation('app');
  return (
    <ul className={classes.list}>
      {entries.map(({ key, path }) => {
        const Icon = navIcons[key];
        return (
          <li key={key}>
            <NavLink to={`/${encodeURIComponent(site.code)}/${path}`} className={classes.link} onClick={onChosen}>
              <Icon />
              {t(`nav.${key}`)}
            </NavLink>
          </li>
        );
      })}
    </ul>
  );
}
