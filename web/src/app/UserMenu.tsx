import { Button, Menu, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { CheckIcon, PersonIcon } from '../ui/icons';
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
    <Menu position="bottom-end" width={270} shadow="md">
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
        {(Object.keys(languages) as Language[]).map((language) => (
          <Menu.Item
            key={language} lang={language} role="menuitemradio" aria-checked={i18n.language === language} closeMenuOnClick={false}
            rightSection={i18n.language === language ? <CheckIcon size={16} /> : undefined} onClick={() => chooseLanguage(language)}
          >
            {languages[language]}
          </Menu.Item>
        ))}
        <Menu.Label>{t('user.colors')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme} role="menuitemradio" aria-checked={colorScheme === scheme} closeMenuOnClick={false}
            rightSection={colorScheme === scheme ? <CheckIcon size={16} /> : undefined} onClick={() => setColorScheme(scheme)}
          >
            {t(`user.scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => leave(false)}>{t('user.signOut')}</Menu.Item>
        <Menu.Item onClick={() => leave(true)}>{t('user.signOutEverywhere')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
