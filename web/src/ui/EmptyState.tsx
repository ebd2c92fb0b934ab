import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

export interface EmptyStateProps {
  /** What is not there: "No one is expected tonight". */
  title: string;
  /** Why, or what happens next. */
  children?: ReactNode;
  /** The button that changes it. */
  action?: ReactNode;
  /** A drawing from ui/icons. */
  icon?: ReactNode;
}

/** Says calmly that there is nothing here, and what to do about it. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className={classes.box}>
      {icon && <span className={classes.icon}>{icon}</span>}
      <Text fw={600}>{title}</Text>
      {children && <Text component="div" c="dimmed" maw="34rem">{children}</Text>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
