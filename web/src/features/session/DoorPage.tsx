import { Button, Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, type Language } from '../../app/i18n';
import classes from './DoorPage.module.css';

export interface DoorPageProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  /** What stands below the card. */
  below?: ReactNode;
}

/** Frame of every page in front of the door: signing in, invitation, forgotten password; the language can be changed before anything else. */
export function DoorPage({ title, intro, children, below }: DoorPageProps) {
  const { i18n } = useTranslation();
  return (
    <main className={classes.page}>
      <title>{`${title} · Posada`}</title>
      <div className={classes.brand}>
        <img src="/icon.svg" width={40} height={40} alt="" />
        <span>Posada</span>
      </div>
      <Paper withBorder shadow="xs" p="xl" className={classes.card}>
        <Title order={1} size="h2" mb={intro ? 4 : 'md'}>{title}</Title>
        {intro && <Text c="dimmed" mb="md">{intro}</Text>}
        {children}
      </Paper>
      {below && <div className={classes.below}>{below}</div>}
      <Group gap={4} mt="auto" pt="lg">
        {(Object.keys(languages) as Language[]).map((language) => (
          <Button key={language} variant="subtle" size="compact-md" lang={language} aria-pressed={i18n.language === language} onClick={() => chooseLanguage(language)} className={classes.language}>
            {languages[language]}
          </Button>
        ))}
      </Group>
    </main>
  );
}
