import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { MenuIcon } from '../ui/icons';
import classes from './BottomBar.module.css';
import { bottomEntries, navIcons } from './navigation';
import { NavLinks, type NavProps } from './SideNav';

/** The navigation under the thumb on a phone: the four pages a night needs most, and the rest behind a menu. */
export function BottomBar({ site, entries }: NavProps) {
  const { t } = useTranslation('app');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <nav className={`${classes.bar} no-print`} aria-label={t('nav.short')}>
        {bottomEntries(entries).map(({ key, path }) => {
          const Icon = navIcons[key];
          return (
            <NavLink key={key} to={`/${encodeURIComponent(site.code)}/${path}`} className={classes.item}>
              <Icon size={22} />
              {t(`nav.${key}`)}
            </NavLink>
          );
        })}
        <button type="button" className={classes.item} aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened(true)}>
          <MenuIcon size={22} />
          {t('nav.more')}
        </button>
      </nav>
      <Drawer opened={opened} onClose={() => setOpened(false)} title={site.name} position="bottom" size={96 + 50 * entries.length} closeButtonProps={{ 'aria-label': t('close') }}>
        <nav aria-label={t('nav.label')}>
          <NavLinks site={site} entries={entries} onChosen={() => setOpened(false)} />
        </nav>
      </Drawer>
    </>
  );
}
