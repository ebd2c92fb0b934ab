import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './StatTile.module.css';

export interface StatTileProps {
  /** What is counted. */
  label: string;
  /** The number (already formatted if it is text). */
  value: ReactNode;
  /** Definition, comparison or exclusions in a few words. */
  hint?: ReactNode;
  /** Where the rows behind the number are; makes the whole tile a link. */
  to?: string;
  /** `attention` when somebody should look. */
  tone?: 'plain' | 'attention';
}

/** One number that matters now. A tile with `to` opens the rows that made it. */
export function StatTile({ label, value, hint, to, tone = 'plain' }: StatTileProps) {
  const content = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={`${classes.value} tabular`}>{value}</span>
      {hint && <span className={classes.hint}>{hint}</span>}
    </>
  );
  if (to) return <Link to={to} className={classes.tile} data-tone={tone} data-link>{content}</Link>;
  return <div className={classes.tile} data-tone={tone}>{content}</div>;
}
