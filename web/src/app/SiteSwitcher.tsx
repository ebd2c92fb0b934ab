import { Button, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { CheckIcon, ChevronIcon, PlaceIcon } from '../ui/icons';
import { useSession, type SessionSite } from './session';
import classes from './SiteSwitcher.module.css';

/** The site on the screen; with several, a menu that opens the same section of another one. */
export function SiteSwitcher({ site }: { site: SessionSite }) {
  const { t } = useTranslation('app');
  const { sites } = useSession();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  if (sites.length < 2) return <Text fw={600} truncate className={classes.only}>{site.name}</Text>;

  // A record of one site does not exist at another, so only the section is kept.
  const section = pathname.split('/')[2] ?? '';
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="subtle" color="gray" className={classes.button} leftSection={<PlaceIcon size={18} />} rightSection={<ChevronIcon size={16} />} aria-label={t('site.current', { name: site.name })}>
          {site.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('site.choose')}</Menu.Label>
        {sites.map((other) => (
          <Menu.Item
            key={other.id}
            onClick={() => navigate(`/${encodeURIComponent(other.code)}/${section}`)}
            rightSection={other.id === site.id ? <CheckIcon size={16} /> : undefined}
            aria-current={other.id === site.id || undefined}
          >
            {other.name}
            <Text size="xs" c="dimmed">{other.code}</Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
