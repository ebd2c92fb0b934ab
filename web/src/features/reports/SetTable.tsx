import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import type { FigureCardProps } from './FigureCard';
import { useReportText } from './report-text';
import { verdicts, type Figure, type SetCounts } from './reports.api';
import classes from './SetTable.module.css';

/** The three sets of a figure side by side: rows, quantity and people, why rows are not counted, and the way to them. */
export function SetTable({ runId, figure }: FigureCardProps) {
  const { t } = useTranslation('reports');
  const { number, rows, label } = useReportText();
  const sitePath = useSitePath();
  const columns = columnsOf(figure);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col"><span className={classes.hidden}>{t('rows.set')}</span></th>
          {columns.map(({ key }) => <th key={key} scope="col">{t(`column.${key}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {verdicts.map((verdict) => {
          const set = figure.sets[verdict];
          const name = <><span className={classes.dot} data-verdict={verdict} />{t(`verdict.${verdict}`)}</>;
          return (
            <Fragment key={verdict}>
              <tr className={classes.set} data-empty={set.rows === 0}>
                <th scope="row">
                  {set.rows === 0 ? <span className={classes.name}>{name}</span> : (
                    <Link
                      to={`${sitePath('reports', runId, 'figures', figure.key)}?set=${verdict}`} className={classes.name}
                      aria-label={`${label(figure.labels)}, ${t(`verdict.${verdict}`)}: ${rows(set)}`}
                    >
                      {name}
                    </Link>
                  )}
                </th>
                {columns.map(({ key, of }) => <td key={key}>{number(of(set))}</td>)}
              </tr>
              {figure.reasons.filter((reason) => reason.verdict === verdict).map((reason) => (
                <tr key={reason.reason} className={classes.why}>
                  <td colSpan={columns.length + 1}>{t(`reason.${reason.reason}`)} ({rows(reason)})</td>
                </tr>
              ))}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** People counted by head are people too; who they were is not known, and the line under the figure says how many. */
function columnsOf({ counts, servesPeople }: Figure): { key: string; of: (set: SetCounts) => number }[] {
  const rows = { key: 'rows', of: (set: SetCounts) => set.rows };
  const quantity = { key: counts === 'nights' ? 'nights' : 'quantity', of: (set: SetCounts) => set.quantity };
  const people = { key: 'people', of: (set: SetCounts) => set.people + set.headcount };
  return [rows, ...(counts === 'people' ? [] : [quantity]), ...(servesPeople ? [people] : [])];
}
