import { Anchor, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { type TimelineItem, timelineOf } from './people.api';
import classes from './Timeline.module.css';

export interface TimelineProps {
  of: 'people' | 'parties';
  id: string;
  /** Names of persons by id, where the timeline is of several. */
  names?: ReadonlyMap<string, string>;
}

/** The tab of a case on which more is told. */
const tabs: Partial<Record<TimelineItem['kind'], string[]>> = {
  case_note: ['notes'], plan_signed: ['plan'], milestone: ['milestones'], assessment: ['assessments'], case_file: ['files'],
};

/** What happened, the newest first. */
export function Timeline({ of, id, names }: TimelineProps) {
  const { t } = useTranslation('people');
  const timeline = useInfiniteQuery({
    queryKey: ['people', 'timeline', of, id],
    queryFn: ({ pageParam }) => timelineOf(of, id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  if (timeline.isPending) return <Loading lines={3} />;
  if (timeline.error) return <ProblemAlert problem={timeline.error} onRetry={() => void timeline.refetch()} takeFocus={false} />;
  const items = timeline.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{t('timeline.none')}</Text>;
  return (
    <>
      <ol className={classes.list}>
        {items.map((item) => (
          <li key={`${item.kind}:${item.id}:${item.personId}`} className={classes.item}>
            <span className={`${classes.when} tabular`}>{item.wholeDay ? <SiteDate value={item.at} style="short" /> : <SiteTime at={item.at} withDate />}</span>
            <TimelineText item={item} name={names?.get(item.personId)} />
          </li>
        ))}
      </ol>
      <KeyPager shown={items.length} hasMore={timeline.hasNextPage} loading={timeline.isFetchingNextPage} onMore={() => void timeline.fetchNextPage()} />
    </>
  );
}

function TimelineText({ item, name }: { item: TimelineItem; name?: string }) {
  const { t, i18n } = useTranslation('people');
  const path = useSitePath();
  const what = {
    detail: item.detail ?? '',
    service: item.labels?.[i18n.language.slice(0, 2) as 'en' | 'es'] ?? item.labels?.en ?? '',
    count: item.quantity ?? 0,
    about: item.detail ? t(`timeline.about.${item.detail}`, { defaultValue: item.detail }) : '',
  };
  const sentence = t([`timeline.kind.${item.kind}_${item.state ?? 'none'}`, `timeline.kind.${item.kind}`], what);
  return (
    <span>
      {name && <strong>{name}: </strong>}
      {item.caseId ? <Anchor component={Link} to={path('cases', item.caseId, ...(tabs[item.kind] ?? []))}>{sentence}</Anchor> : sentence}
      {item.from && item.to && item.kind !== 'consent' && <span className={classes.period}> <SiteDate value={item.from} style="short" /> – <SiteDate value={item.to} style="short" /></span>}
    </span>
  );
}
