import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSite } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { CheckIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { DayBlock } from './DayBlock';
import { useLineTarget } from './line-target';
import classes from './MyDay.module.css';
import { myDayOf } from './my-day.api';

/** The number keys of a keyboard. */
const KEYS = 9;

/** The first page of a caseworker: what is due, what waits for her, and with whom nothing is planned. Keys 1 to 9 open the first lines. */
export function MyDayPage() {
  const { t } = useTranslation('my-day');
  const site = useSite();
  const navigate = useNavigate();
  const targetOf = useLineTarget();
  const day = useQuery(myDayOf(site.id));
  const { data } = day;
  const lines = data?.blocks.flatMap(({ kind, items }) => items.map((item) => targetOf(kind, item))) ?? [];

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="dialog"]') !== null;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping || !/^[1-9]$/.test(event.key)) return;
      const target = lines[Number(event.key) - 1];
      if (target === undefined) return;
      event.preventDefault();
      void navigate(target);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  let before = 0;
  return (
    <>
      <PageHeader
        title={t('title')} tabTitle={`${t('title')} · ${site.name}`}
        subtitle={data && <><SiteDate value={data.on} style="long" /> · {t('cases', { count: data.cases })}</>}
      />
      <ProblemAlert problem={day.error} onRetry={() => void day.refetch()} takeFocus={false} />
      {day.isPending && <Loading lines={6} />}
      {data?.blocks.length === 0 && <EmptyState icon={<CheckIcon />} title={t('none')}>{t(data.cases === 0 ? 'noneWithoutCases' : 'noneHint')}</EmptyState>}
      {data && data.blocks.length > 0 && (
        <div className={classes.blocks}>
          {data.blocks.map((block) => {
            const first = before + 1;
            before += block.items.length;
            return <DayBlock key={block.kind} block={block} firstKey={first} keys={KEYS} />;
          })}
        </div>
      )}
    </>
  );
}
