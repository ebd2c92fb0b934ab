import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import type { BoardStay } from './board.api';
import classes from './StayDialog.module.css';
import { stayTrail } from './stays.api';

/** Everything that was ever written about the nights of a stay; loaded when it is opened. */
export function StayTrail({ stay }: { stay: Pick<BoardStay, 'id' | 'version'> }) {
  const { t } = useTranslation('stays');
  const [open, setOpen] = useState(false);
  const trail = useQuery({ ...stayTrail(stay.id, stay.version), enabled: open });
  return (
    <details className={classes.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('trail.title')}</summary>
      <ProblemAlert problem={trail.error} takeFocus={false} />
      {open && trail.isPending && <Loading lines={2} />}
      {trail.data?.trail.length === 0 && <p>{t('trail.none')}</p>}
      <ol className={classes.trail}>
        {trail.data?.trail.map((line) => (
          <li key={line.id} data-gone={line.supersededAt !== null || undefined}>
            <div>
              {line.room} · {line.bed}, {t(`use.${line.use}`)}, <SiteDate value={line.from} style="short" /> – <SiteDate value={line.until} style="short" />
            </div>
            <div>{t('trail.written')} <SiteTime at={line.recordedAt} withDate />{line.recordedBy && `, ${line.recordedBy}`}</div>
            {line.supersededAt && (
              <div>
                {t('trail.replaced')} <SiteTime at={line.supersededAt} withDate />{line.supersededBy && `, ${line.supersededBy}`}: {t(`trail.reason.${line.supersededReason ?? ''}`, { defaultValue: line.supersededReason ?? '' })}
                {line.note && <> – “{line.note}”</>}
              </div>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
