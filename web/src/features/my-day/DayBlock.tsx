import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { useLineTarget } from './line-target';
import classes from './MyDay.module.css';
import type { MyDayBlock, MyDayKind, MyDayLine } from './my-day.api';

export interface DayBlockProps {
  block: MyDayBlock;
  /** The number of its first line on the whole page. */
  firstKey: number;
  /** How many lines of the page have a number key. */
  keys: number;
}

/** What waits of one kind, each with the way to do it. */
export function DayBlock({ block: { kind, count, items }, firstKey, keys }: DayBlockProps) {
  const { t } = useTranslation('my-day');
  return (
    <section className={classes.block} aria-labelledby={`my-day-${kind}`}>
      <Title order={2} size="h4" id={`my-day-${kind}`}>{t(`kind.${kind}`)} <span className={classes.count}>{count}</span></Title>
      <ol className={classes.list}>
        {items.map((line, index) => (
          <DayLine key={line.id} kind={kind} line={line} shortcut={firstKey + index <= keys ? firstKey + index : null} />
        ))}
      </ol>
      {count > items.length && <Text size="sm" c="dimmed" mt="xs">{t('more', { count: count - items.length })}</Text>}
    </section>
  );
}

function DayLine({ kind, line, shortcut }: { kind: MyDayKind; line: MyDayLine; shortcut: number | null }) {
  const { t } = useTranslation('my-day');
  const targetOf = useLineTarget();
  const what = useWhat(kind, line);
  return (
    <li>
      <Link to={targetOf(kind, line)} className={classes.line} aria-keyshortcuts={shortcut === null ? undefined : String(shortcut)}>
        {shortcut !== null && <kbd className={classes.key} aria-hidden="true">{shortcut}</kbd>}
        <span className={classes.text}>
          <span className={classes.who}>
            {line.name ?? line.caseCode}
            {line.others > 0 && ` ${t('others', { count: line.others })}`}
            {line.name !== null && line.caseCode !== null && <> <span className={classes.code}>{line.caseCode}</span></>}
          </span>
          {what && <span className={classes.what}>{what}</span>}
        </span>
        <span className={classes.when}>
          {line.late && <StateBadge tone="warn">{t('late')}</StateBadge>}
          {line.on !== null && <SiteDate value={line.on} style="short" />}
        </span>
      </Link>
    </li>
  );
}

function useWhat(kind: MyDayKind, { words, labels, detail }: MyDayLine): string {
  const { t, i18n } = useTranslation('my-day');
  const label = labels ? labels[i18n.language.slice(0, 2) as 'en' | 'es'] ?? labels.en : null;
  if (words) return words;
  if (kind === 'follow_ups') return t('detail.asked_after', { days: detail });
  if (kind === 'referrals') return `${label ?? ''} · ${t(`detail.${detail ?? 'referred'}`)}`;
  return label ?? (detail === null ? '' : t(`detail.${detail}`, { defaultValue: detail }));
}
