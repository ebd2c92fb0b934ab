import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

export interface PageHeaderProps {
  /** The page's one h1. */
  title: string;
  /** Title of the browser tab when the h1 must not end up in the history (a person's name). */
  tabTitle?: string;
  /** One quiet line under the title. */
  subtitle?: ReactNode;
  /** Buttons; the first filled one is the page's main action. */
  actions?: ReactNode;
}

/** Head of a page: its h1, what it is about, and what can be done here. Also names the browser tab. */
export function PageHeader({ title, tabTitle, subtitle, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <title>{`${tabTitle ?? title} · Posada`}</title>
      <div>
        <Title order={1}>{title}</Title>
        {subtitle && <Text component="div" c="dimmed">{subtitle}</Text>}
      </div>
      {actions && <Group gap="xs" className="no-print">{actions}</Group>}
    </header>
  );
}
