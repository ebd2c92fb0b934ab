import classes from './SetBar.module.css';
import { verdicts, type SetCounts, type Verdict } from './reports.api';

/** How many of the rows count, drawn. The same numbers are written beside it, so it is silent for readers. */
export function SetBar({ sets }: { sets: Record<Verdict, SetCounts> }) {
  return (
    <div className={classes.bar} aria-hidden="true">
      {verdicts.filter((verdict) => sets[verdict].rows > 0).map((verdict) => (
        <span key={verdict} className={classes.part} data-verdict={verdict} style={{ flexGrow: sets[verdict].rows }} />
      ))}
    </div>
  );
}
