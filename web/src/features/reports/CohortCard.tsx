import { Anchor, Table } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import classes from './CohortCard.module.css';
import card from './FigureCard.module.css';
import { useReportText } from './report-text';
import type { Indicator } from './reports.api';

const ShareLine = lazy(() => import('./ShareLine').then((file) => ({ default: file.ShareLine })));

type Group = Indicator['groups'][number];

/** One milestone of a cohort: the share that reached it by days from entry as a line, and where everybody stands, each number a way to its rows. */
export function CohortCard({ runId, indicator }: { runId: string; indicator: Indicator }) {
  const { t } = useTranslation('reports');
  const { label } = useReportText();
  const titleId = `milestone-${indicator.key}`;
  const name = label(indicator.labels);
  const points = indicator.groups.map((group) => ({ day: Number(group.key), share: shareOf(group) }));
  const isEmpty = indicator.groups.every(({ parts }) => parts.every(({ people }) => people === 0));
  return (
    <article className={card.card} aria-labelledby={titleId}>
      <h3 id={titleId} className={card.label}>{name}</h3>
      <p className={card.people}>{label(indicator.definition)}</p>
      {isEmpty && <p className={classes.nobody}>{t('cohort.nobody')}</p>}
      {!isEmpty && <div className={classes.body}>
        <div className={classes.chart} role="img" aria-label={t('cohort.chart', { milestone: name })}>
          <Suspense fallback={null}><ShareLine points={points} name={t('cohort.share')} dayName={(day) => t('cohort.day', { day })} /></Suspense>
        </div>
        <Table.ScrollContainer type="native" minWidth={560} tabIndex={0} role="region" aria-labelledby={titleId}>
          <DayTable runId={runId} indicator={indicator} />
        </Table.ScrollContainer>
      </div>}
    </article>
  );
}

function DayTable({ runId, indicator }: { runId: string; indicator: Indicator }) {
  const { t } = useTranslation('reports');
  const { label } = useReportText();
  return (
    <Table verticalSpacing="xs" horizontalSpacing={6} fz="sm" aria-label={label(indicator.labels)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" className={classes.head}>{t('cohort.fromEntry')}</Table.Th>
          {indicator.parts.map((part) => <Table.Th key={part.key} scope="col" ta="end" className={classes.head}>{label(part.labels)}</Table.Th>)}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {indicator.groups.map((group) => (
          <Table.Tr key={group.key}>
            <Table.Th scope="row" className={classes.day}>{label(group.labels)}</Table.Th>
            {group.parts.map((part) => (
              <Table.Td key={part.key} ta="end" className={`${classes.day} tabular`}>
                <Count runId={runId} indicator={indicator} group={group} part={part} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Count({ runId, indicator, group, part: { key, labels, people } }: { runId: string; indicator: Indicator; group: Group; part: Group['parts'][number] }) {
  const { t } = useTranslation('reports');
  const { number, label } = useReportText();
  const sitePath = useSitePath();
  const share = key === 'achieved' ? shareOf(group) : null;
  return (
    <>
      {people > 0 && indicator.opens
        ? (
          <Anchor
            component={Link} to={`${sitePath('reports', runId, 'indicators', indicator.key)}?${new URLSearchParams({ group: group.key, part: key })}`}
            aria-label={t('cohort.open', { day: label(group.labels), part: label(labels), count: people, number: number(people) })}
          >
            {number(people)}
          </Anchor>
        )
        : number(people)}
      {share !== null && <span className={classes.share}>{t('cohort.of', { number: number(group.denominator), share: number(share) })}</span>}
    </>
  );
}

/** The share of those looked at who reached it, in whole percent; null where nobody is looked at. */
function shareOf({ numerator, denominator }: Group): number | null {
  return numerator === null || denominator === 0 ? null : Math.round((100 * numerator) / denominator);
}
