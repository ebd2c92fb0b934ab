import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import classes from './FigureParts.module.css';
import { useReportText } from './report-text';

export interface FigurePartsProps {
  runId: string;
  figureKey: string;
  /** By what the figure is divided. */
  title: string;
  /** How the rows of a part are asked for. */
  filter: 'type' | 'siteId';
  parts: { id: string; name: string; value: number }[];
}

/** The parts of a figure, each with a small bar and a way to its rows. */
export function FigureParts({ runId, figureKey, title, filter, parts }: FigurePartsProps) {
  const { number } = useReportText();
  const sitePath = useSitePath();
  const most = Math.max(1, ...parts.map(({ value }) => value));
  if (parts.length === 0) return null;
  return (
    <div className={classes.parts}>
      <h4 className={classes.title}>{title}</h4>
      <ul className={classes.list}>
        {parts.map(({ id, name, value }) => (
          <li key={id}>
            <Link to={`${sitePath('reports', runId, 'figures', figureKey)}?set=counted&${filter}=${encodeURIComponent(id)}`} className={classes.part}>
              <span>{name}</span>
              <span className="tabular">{number(value)}</span>
              <span className={classes.bar} aria-hidden="true"><span className={classes.filled} style={{ width: `${(100 * value) / most}%` }} /></span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
