import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import type { FigureCardProps } from './FigureCard';
import classes from './FigureTypes.module.css';
import { useReportText } from './report-text';

/** The types of a figure, the largest first, each with a small bar and a way to its rows. */
export function FigureTypes({ runId, figure }: FigureCardProps) {
  const { t } = useTranslation('reports');
  const { number, label } = useReportText();
  const sitePath = useSitePath();
  const types = [...figure.types].sort((a, b) => b.value - a.value);
  const most = Math.max(1, ...types.map(({ value }) => value));
  return (
    <div className={classes.types}>
      <h4 className={classes.title}>{t('figure.byType')}</h4>
      <ul className={classes.list}>
        {types.map(({ type, labels, value }) => (
          <li key={type}>
            <Link to={`${sitePath('reports', runId, 'figures', figure.key)}?set=counted&type=${encodeURIComponent(type)}`} className={classes.type}>
              <span>{label(labels) || type}</span>
              <span className="tabular">{number(value)}</span>
              <span className={classes.bar} aria-hidden="true"><span className={classes.part} style={{ width: `${(100 * value) / most}%` }} /></span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
