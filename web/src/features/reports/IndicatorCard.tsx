import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import card from './FigureCard.module.css';
import classes from './IndicatorCard.module.css';
import { useReportText } from './report-text';
import type { Indicator, IndicatorCounts } from './reports.api';

export interface IndicatorCardProps {
  runId: string;
  indicator: Indicator;
}

/** One measure of case management: how many of how many, the parts everybody falls into, each a way to its rows. */
export function IndicatorCard({ runId, indicator }: IndicatorCardProps) {
  const { t } = useTranslation('reports');
  const { number, label } = useReportText();
  const titleId = `indicator-${indicator.key}`;
  const { numerator, denominator, families, median } = indicator;
  const isWhole = indicator.isRecorded && indicator.groups.length === 0;
  return (
    <article className={card.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={card.label}>{label(indicator.labels)}</h3>
      {isWhole && (
        <p className={card.value}>
          <span className="tabular">{number(numerator ?? denominator)}</span>{' '}
          <span className={card.unit}>{numerator === null ? t('indicator.people') : t('indicator.ofPeople', { people: t('amount.people', { count: denominator, number: number(denominator) }) })}</span>
        </p>
      )}
      <p className={card.people}>
        {!indicator.isRecorded && <strong>{t('indicator.notRecorded')} </strong>}
        {label(indicator.definition)}
        {isWhole && <> {t('indicator.families', { count: families, number: number(families) })}</>}
        {median !== null && <> {t('indicator.median', { count: median, number: number(median) })}</>}
      </p>
      {isWhole && <PartTable runId={runId} indicator={indicator} counts={indicator} />}
      {indicator.groups.map((group) => (
        <section key={group.key} aria-label={label(group.labels)}>
          <h4 className={classes.group}>
            {label(group.labels)}{group.numerator !== null && <span className={classes.share}> {t('indicator.share', { numerator: number(group.numerator), denominator: number(group.denominator) })}</span>}
          </h4>
          <PartTable runId={runId} indicator={indicator} counts={group} group={group.key} />
        </section>
      ))}
    </article>
  );
}

function PartTable({ runId, indicator, counts, group }: IndicatorCardProps & { counts: IndicatorCounts; group?: string }) {
  const { number, label } = useReportText();
  const sitePath = useSitePath();
  const most = Math.max(1, ...counts.parts.map(({ people }) => people));
  const shown = counts.parts.filter(({ people }) => people > 0 || counts.parts.length < 6);
  return (
    <ul className={classes.parts}>
      {shown.map(({ key, labels, people }) => {
        const search = new URLSearchParams({ part: key, ...(group === undefined ? {} : { group }) });
        return (
          <li key={key} className={classes.part}>
            <span className={classes.name}>
              {indicator.opens && people > 0
                ? <Anchor component={Link} to={`${sitePath('reports', runId, 'indicators', indicator.key)}?${search}`}>{label(labels)}</Anchor>
                : label(labels)}
            </span>
            <span className={classes.bar} aria-hidden="true"><span style={{ width: `${(100 * people) / most}%` }} /></span>
            <span className={`${classes.count} tabular`}>{number(people)}</span>
          </li>
        );
      })}
    </ul>
  );
}
