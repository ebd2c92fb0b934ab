import { useTranslation } from 'react-i18next';
import classes from './FigureCard.module.css';
import { FigureParts } from './FigureParts';
import { useReportText } from './report-text';
import type { Figure } from './reports.api';
import { SetBar } from './SetBar';
import { SetTable } from './SetTable';

export interface FigureCardProps {
  runId: string;
  figure: Figure;
}

/** One figure: the number, the people behind it, and beside it everything that is not in it, each a way to its rows. */
export function FigureCard({ runId, figure }: FigureCardProps) {
  const { t } = useTranslation('reports');
  const { number, label } = useReportText();
  const titleId = `figure-${figure.key}`;
  return (
    <article className={classes.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.label}>{label(figure.labels)}</h3>
      <p className={classes.value}>
        <span className="tabular">{number(figure.value)}</span> <span className={classes.unit}>{t(`unit.${figure.counts}`)}</span>
      </p>
      <p className={classes.people}><PeopleBehind figure={figure} /></p>
      <SetBar sets={figure.sets} />
      <SetTable runId={runId} figure={figure} />
      <FigureParts
        runId={runId} figureKey={figure.key} title={t('figure.byType')} filter="type"
        parts={figure.types.map(({ type, labels, value }) => ({ id: type, name: label(labels) || type, value })).sort((a, b) => b.value - a.value)}
      />
      <FigureParts
        runId={runId} figureKey={figure.key} title={t('figure.bySite')} filter="siteId"
        parts={figure.sites.map(({ siteId, name, value }) => ({ id: siteId, name, value }))}
      />
    </article>
  );
}

function PeopleBehind({ figure }: { figure: Figure }) {
  const { t } = useTranslation('reports');
  const { people, heads } = useReportText();
  const { counted } = figure.sets;
  if (!figure.servesPeople) return t('figure.nobody');
  if (counted.headcount > 0 && counted.people === 0) return heads(counted);
  if (counted.headcount > 0) return t('figure.forPeopleAndHeads', { people: people(counted), heads: heads(counted) });
  return figure.counts === 'people' ? t('figure.eachOnce') : t('figure.forPeople', { people: people(counted) });
}
