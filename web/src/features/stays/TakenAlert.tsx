import { ProblemAlert } from '../../ui/ProblemAlert';
import { useStayText } from './use-stay-text';
import classes from './TakenAlert.module.css';

/** A refusal, and under it who has which bed until when. */
export function TakenAlert({ problem }: { problem: unknown }) {
  const { inTheWay } = useStayText();
  const lines = inTheWay(problem);
  return (
    <>
      <ProblemAlert problem={problem} />
      {lines.length > 0 && <ul className={classes.list}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
    </>
  );
}
