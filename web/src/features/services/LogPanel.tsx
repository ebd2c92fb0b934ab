import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { HoursForm } from './HoursForm';
import { LogOptions } from './LogOptions';
import { OverLimitDialog } from './OverLimitDialog';
import { serviceTargets, type ServiceDetails, type ServiceKind, type Whom } from './services.api';
import { useKindLabel } from './use-kind-label';
import { useLogService } from './use-log-service';
import { WhoPicker } from './WhoPicker';

/** The second tap: for whom. It stays open, so that a whole line of parties is one tap each. */
export function LogPanel({ kind, onOther }: { kind: ServiceKind; onOther: () => void }) {
  const { t } = useTranslation('services');
  const site = useSite();
  const labelOf = useKindLabel();
  const heading = useRef<HTMLHeadingElement>(null);
  const today = localDate(site.timeZone);
  const [details, setDetails] = useState<ServiceDetails>({ quantity: 1, servedOn: today, note: '' });
  const [done, setDone] = useState<string[]>([]);
  const targets = useQuery({ ...serviceTargets(site.id, details.servedOn), enabled: details.servedOn !== '' && kind.subject !== 'site' && kind.subject !== 'headcount' });
  const { log, busy, problem, warned, logWithReason, dismiss } = useLogService({
    onLogged: ({ name }) => {
      setDone((before) => [...before, name]);
      setDetails((before) => ({ ...before, note: '' }));
    },
    onUndone: ({ name }) => setDone((before) => before.filter((one) => one !== name)),
  });
  useEffect(() => heading.current?.focus(), []);

  const choose = (whom: Whom, name: string) => log({ kind, whom, name, details });
  const nameOf = (id: string) => targets.data?.people.find((person) => person.id === id)?.name ?? targets.data?.colleagues.find((colleague) => colleague.id === id)?.name ?? null;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="start" mb="sm">
        <div>
          <Title order={3} ref={heading} tabIndex={-1}>{labelOf(kind)}</Title>
          <LimitHint kind={kind} />
        </div>
        <Button variant="default" onClick={onOther}>{t('entry.other')}</Button>
      </Group>
      <ProblemAlert problem={problem} />
      {targets.isLoading && <Loading lines={4} />}
      <ProblemAlert problem={targets.error} onRetry={() => void targets.refetch()} takeFocus={false} />
      {kind.subject === 'staff' && <HoursForm colleagues={targets.data?.colleagues ?? []} busy={busy} onLog={(staffUserId, quantity, name) => log({ kind, whom: { staffUserId }, name, details: { ...details, quantity } })} />}
      {kind.subject === 'site' && <Button loading={busy} onClick={() => choose({}, site.name)}>{t('entry.logProject')}</Button>}
      {(kind.subject === 'person' || kind.subject === 'headcount') && (
        <WhoPicker targets={kind.subject === 'person' ? targets.data : undefined} onlyCount={kind.subject === 'headcount'} busy={busy} done={done} onChoose={choose} />
      )}
      <LogOptions details={details} today={today} withQuantity={kind.subject !== 'staff'} onChange={setDetails} />
      <OverLimitDialog warned={warned} busy={busy} nameOf={nameOf} onReason={logWithReason} onClose={dismiss} />
    </Paper>
  );
}

function LimitHint({ kind: { maxPerDay, minIntervalMinutes, subject } }: { kind: ServiceKind }) {
  const { t } = useTranslation('services');
  const hours = minIntervalMinutes === null ? null : Math.round(minIntervalMinutes / 6) / 10;
  const parts = [
    ...(maxPerDay === null ? [] : [t(subject === 'staff' ? 'limit.hoursPerDay' : 'limit.perDay', { count: maxPerDay })]),
    ...(hours === null ? [] : [hours >= 48 ? t('limit.days', { count: Math.round(hours / 24) }) : t('limit.hours', { count: hours })]),
  ];
  return parts.length > 0 ? <Text size="sm" c="dimmed">{parts.join(' · ')}</Text> : null;
}
