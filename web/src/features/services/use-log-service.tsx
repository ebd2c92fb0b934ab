import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { asProblem } from '../../api/problem';
import { useProblemText } from '../../ui/use-problem-text';
import { logService, takeBack, type LoggedService, type OverLimit, type OverLimitReason, type ServiceDetails, type ServiceKind, type Whom } from './services.api';

/** What is about to be logged. */
export interface Wanted {
  kind: ServiceKind;
  whom: Whom;
  /** For whom, in words: "P-4821". */
  name: string;
  details: ServiceDetails;
}

/** What passes a limit of the catalogue and waits for a reason. */
export interface Warned extends Wanted {
  over: OverLimit[];
}

const UNDO_FOR_MS = 15_000;

/** Logs a service: a limit waits for a reason, success is told with a button to undo it. */
export function useLogService({ onLogged, onUndone }: { onLogged: (wanted: Wanted) => void; onUndone: (wanted: Wanted) => void }) {
  const { t, i18n } = useTranslation(['services', 'ui']);
  const site = useSite();
  const cache = useQueryClient();
  const textOf = useProblemText();
  const [warned, setWarned] = useState<Warned | null>(null);

  const refresh = () => cache.invalidateQueries({ queryKey: ['services', 'log', site.id] });
  const undo = async (id: string, note: string, wanted: Wanted) => {
    notifications.hide(note);
    try {
      await takeBack('service-batches', id, 'entry_mistake');
      onUndone(wanted);
      notifications.show({ message: t('undone'), closeButtonProps: { 'aria-label': t('ui:close') } });
    } catch (thrown) {
      notifications.show({ color: 'red', message: textOf(thrown), closeButtonProps: { 'aria-label': t('ui:close') } });
    }
    await refresh();
  };
  const tell = (wanted: Wanted, logged: LoggedService) => {
    const { kind, name } = wanted;
    const label = i18n.language.startsWith('es') ? kind.labels.es : kind.labels.en;
    const note = `logged-${logged.id}`;
    notifications.show({
      id: note,
      autoClose: UNDO_FOR_MS,
      closeButtonProps: { 'aria-label': t('ui:close') },
      message: (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">{logged.people > 0 ? t('loggedFor', { label, name, count: logged.people }) : t('logged', { label, name })}</Text>
          <Button size="sm" variant="default" onClick={() => void undo(logged.id, note, wanted)}>{t('undo')}</Button>
        </Group>
      ),
    });
  };

  const log = useMutation({
    mutationFn: ({ wanted, reason }: { wanted: Wanted; reason?: OverLimitReason }) => logService(site.id, wanted.kind.id, wanted.whom, wanted.details, reason),
    onSuccess: async (logged, { wanted }) => {
      setWarned(null);
      tell(wanted, logged);
      onLogged(wanted);
      await refresh();
    },
    onError: (thrown, { wanted }) => {
      const problem = asProblem(thrown);
      if (problem.code === 'SERVICE_OVER_LIMIT') setWarned({ ...wanted, over: problem.facts.over as OverLimit[] });
    },
  });
  const isWarning = log.error !== null && asProblem(log.error).code === 'SERVICE_OVER_LIMIT';
  return {
    log: (wanted: Wanted) => log.mutate({ wanted }),
    busy: log.isPending,
    problem: isWarning ? null : log.error,
    warned,
    logWithReason: (reason: OverLimitReason) => warned && log.mutate({ wanted: warned, reason }),
    dismiss: () => setWarned(null),
  };
}
