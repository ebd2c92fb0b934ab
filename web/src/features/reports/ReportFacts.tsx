import { Alert, Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { CheckIcon, WarningIcon } from '../../ui/icons';
import { SiteTime } from '../../ui/SiteTime';
import classes from './ReportFacts.module.css';
import { RunStateBadge } from './RunStateBadge';
import type { ReportRunPage } from './reports.api';

/** What the report was computed from, by whom and when, and the seal by which it is recognized. */
export function ReportFacts({ run }: { run: ReportRunPage }) {
  const { t } = useTranslation('reports');
  const sitePath = useSitePath();
  if (run.state !== 'finished') {
    return (
      <Alert color={run.state === 'failed' ? 'red' : 'gray'} variant="light" icon={<WarningIcon />} role="status">
        <RunStateBadge state={run.state} /> {t(run.state === 'failed' ? 'report.failed' : 'report.cancelled')}
      </Alert>
    );
  }
  return (
    <section className={classes.facts} aria-label={t('report.facts')}>
      <dl className={classes.list}>
        <Fact name={t('report.asOf')}>{run.asOf && <SiteTime at={run.asOf} withDate />}</Fact>
        <Fact name={t('report.requested')}>{run.requestedBy ?? '–'}</Fact>
        <Fact name={t('report.definition')}>{`${t(`definition.${run.definition}`)} ${run.definitionVersion}`}</Fact>
        {run.repeatsId && (
          <Fact name={t('report.repeats')}>
            <Anchor component={Link} to={sitePath('reports', run.repeatsId)}>{t('report.first')}</Anchor>
            {run.sameAsRepeated !== null && <span className={classes.same} data-same={run.sameAsRepeated}>{t(run.sameAsRepeated ? 'report.same' : 'report.notSame')}</span>}
          </Fact>
        )}
      </dl>
      <p className={classes.seal} data-intact={run.intact}>
        <span className={classes.mark}>{run.intact ? <CheckIcon size={18} /> : <WarningIcon size={18} />}</span>
        <span>
          <strong>{t(run.intact ? 'report.intact' : 'report.broken')}</strong>
          <code className={classes.hash}><span className={classes.name}>SHA-256 </span>{run.sha256}</code>
        </span>
      </p>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>{children}</dd>
    </div>
  );
}
