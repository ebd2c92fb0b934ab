import type { ReactNode } from 'react';
import classes from './StateBadge.module.css';

/** What a state means for the reader: nothing special, under way, fine, needs a look, wrong. */
export type StateTone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

export interface StateBadgeProps {
  tone?: StateTone;
  /** The state in words; colour alone never says it. */
  children: ReactNode;
}

/** The state of a record in one or two words. */
export function StateBadge({ tone = 'neutral', children }: StateBadgeProps) {
  return <span className={classes.badge} data-tone={tone}>{children}</span>;
}
