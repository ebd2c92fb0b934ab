import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateBadge } from '../../ui/StateBadge';
import classes from './ServiceLogList.module.css';
import { serviceBatch, type ServiceBatch } from './services.api';
import type { TakenBack } from './TakeBackDialog';

/** The single lines of a batch, each of which can be taken back. */
export function BatchLines({ batch, label, onTakeBack }: { batch: ServiceBatch; label: string; onTakeBack: (what: TakenBack) => void }) {
  const { t } = useTranslation('services');
  const detail = useQuery(serviceBatch(batch.id));
  if (detail.error) return <ProblemAlert problem={detail.error} onRetry={() => void detail.refetch()} takeFocus={false} />;
  if (!detail.data) return <Loading lines={2} />;
  return (
    <ul className={classes.lines}>
      {detail.data.lines.map((line) => {
        const name = line.personName ?? t('over.somebody');
        return (
          <li key={line.id} className={classes.line}>
            <span>{line.quantity === 1 ? name : `${name} × ${line.quantity}`}</span>
            <span className={classes.actions}>
              {line.overLimitReason && <StateBadge tone="warn">{t(`overReason.${line.overLimitReason}`)}</StateBadge>}
              {line.reversalReason && <StateBadge>{t('log.undone', { reason: t(`reason.${line.reversalReason}`) })}</StateBadge>}
              {batch.mayReverse && !line.reversedAt && (
                <Button size="sm" variant="subtle" aria-label={t('takeBack.openFor', { name })} onClick={() => onTakeBack({ what: 'service-entries', id: line.id, name: `${label}, ${name}` })}>{t('takeBack.open')}</Button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
