import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SiteTime } from '../../ui/SiteTime';
import { PeriodText } from './PeriodText';
import type { ReportRun } from './reports.api';
import classes from './RunList.module.css';
import { RunStateBadge } from './RunStateBadge';

/** Reports one below the other: what was asked, where it stands, when. */
export function RunList({ runs }: { runs: ReportRun[] }) {
  const { t } = useTranslation('reports');
  const sitePath = useSitePath();
  return (
    <ul className={classes.list}>
      {runs.map((run) => (
        <li key={run.id} className={classes.run}>
          <div className={classes.what}>
            <Link to={sitePath('reports', run.id)} className={classes.link}>
              {run.programName}, <span className={classes.period}><PeriodText from={run.periodFrom} to={run.periodTo} /></span>
            </Link>
            <span className={classes.quiet}>{run.sites.map(({ name }) => name).join(', ')}</span>
          </div>
          <div className={classes.when}>
            <RunStateBadge state={run.state} />
            {run.repeatsId && <span className={classes.quiet}>{t('list.repeat')}</span>}
            <span className={classes.quiet}>
              <SiteTime at={run.requestedAt} withDate />{run.requestedBy && <> · {run.requestedBy}</>}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
