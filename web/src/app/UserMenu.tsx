import { Button, Menu, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PersonIcon } from '../ui/icons';
import { useProblemText } from '../ui/use-problem-text';
import { chooseLanguage, languages, type Language } from './i18n';
import { useSession, useSessionState } from './session';
import classes from './UserMenu.module.css';

const schemes: MantineColorScheme[] = ['auto', 'light', 'dark'];

/** What belongs to the person: language, colours, signing out here or everywhere. */
export function UserMenu() {
  const { t, i18n } = useTranslation('app');
  const { user, organization } = useSession();
  const { signOut } = useSessionState();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const textOf = useProblemText();

  const leave = (everywhere: boolean) => {
    signOut(everywhere).catch((thrown: unknown) => notifications.show({ color: 'red', message: textOf(thrown) }));
  };
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <Button variant="subtle" color="gray" className={classes.button} leftSection={<PersonIcon />} aria-label={t('user.menu', { name: user.fullName })}>
          <span className={classes.name}>{user.fullName}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text fw={600}>{user.fullName}</Text>
          <Text size="sm" c="dimmed">{user.email}</Text>
          <Text size="sm" c="dimmed">{organization.name}</Text>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('user.language')}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(language) => chooseLanguage(language as Language)}>
          {(Object.keys(languages) as Language[]).map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick={false}>{languages[language]}</Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('user.colors')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick={false}>{t(`user.scheme.${scheme}`)}</Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} to="/my-account">{t('user.account')}</Menu.Item>
        <Menu.Item onClick={() => leave(false)}>{t('user.signOut')}</Menu.Item>
        <Menu.Item onClick={() => leave(true)}>{t('user.signOutEverywhere')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
