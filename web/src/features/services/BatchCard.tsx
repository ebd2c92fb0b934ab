import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteTime } from '../../ui/SiteTime';
import { StateBadge } from '../../ui/StateBadge';
import { BatchLines } from './BatchLines';
import classes from './ServiceLogList.module.css';
import type { ServiceBatch, ServiceKind } from './services.api';
import type { TakenBack } from './TakeBackDialog';
import { useKindLabel } from './use-kind-label';

export interface BatchCardProps {
  batch: ServiceBatch;
  /** Missing while the catalogue is loading. */
  kind: ServiceKind | undefined;
  onTakeBack: (what: TakenBack) => void;
}

/** One batch of the log: what, for whom, how much, by whom, and whether it still stands. */
export function BatchCard({ batch, kind, onTakeBack }: BatchCardProps) {
  const { t, i18n } = useTranslation('services');
  const labelOf = useKindLabel();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const undone = batch.reversed === batch.entries;
  const label = kind ? labelOf(kind) : '';
  const whom = batch.targetName ?? t(`log.target.${targetKey(batch, kind)}`);
  const amount = new Intl.NumberFormat(i18n.language).format(batch.quantity);
  return (
    <article className={classes.card} data-undone={undone} aria-label={`${label}, ${whom}`}>
      <div className={classes.head}>
        <div>
          <div className={classes.what}>{`${label} · ${whom}`}</div>
          <div className={classes.more}>
            {kind?.subject === 'staff' && `${t('log.hours', { amount })} · `}
            {batch.people > 0 && `${t('who.people', { count: batch.people })} · `}
            {batch.people > 0 && batch.quantity !== batch.people && `${t('log.amount', { amount })} · `}
            <SiteTime at={batch.recordedAt} />{batch.recordedByName && ` · ${batch.recordedByName}`}
          </div>
          {batch.note && <div>{batch.note}</div>}
        </div>
        <div className={classes.actions}>
          {batch.overLimit > 0 && <StateBadge tone="warn">{t('log.overLimit', { count: batch.overLimit })}</StateBadge>}
          {batch.reversed > 0 && (
            <StateBadge tone="neutral">{undone ? t('log.undone', { reason: t(`reason.${batch.reversalReason ?? 'other'}`) }) : t('log.partly', { count: batch.reversed })}</StateBadge>
          )}
          {batch.entries > 1 && <Button size="sm" variant="subtle" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>{t(open ? 'log.hideLines' : 'log.showLines', { count: batch.entries })}</Button>}
          {batch.mayReverse && <Button size="sm" variant="default" onClick={() => onTakeBack({ what: 'service-batches', id: batch.id, name: `${label}, ${whom}` })}>{t('takeBack.open')}</Button>}
        </div>
      </div>
      <div id={panel}>{open && <BatchLines batch={batch} label={label} onTakeBack={onTakeBack} />}</div>
    </article>
  );
}

/** What stands for a target that has no name to show. */
function targetKey({ target, entries }: ServiceBatch, kind: ServiceKind | undefined): string {
  if (target === 'person' && entries === 1) return 'onePerson';
  return target === 'site' && kind?.subject === 'person' ? 'everyone' : target;
}
