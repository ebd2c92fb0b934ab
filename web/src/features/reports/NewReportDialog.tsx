import { Button, Checkbox, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { PeriodChooser, type ChosenPeriod } from './PeriodChooser';
import { useReportText } from './report-text';
import { reportChoices, reportRuns, requestReport, type ReportChoices, type ReportProgram } from './reports.api';

/** Asks for a report: which program year, which period, which sites. Opens it at once, with its progress. */
export function NewReportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['reports', 'ui']);
  const choices = useQuery(reportChoices);
  return (
    <Modal opened onClose={onClose} title={t('new.title')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <ProblemAlert problem={choices.error} onRetry={() => void choices.refetch()} />
      {choices.isPending && <Loading lines={5} />}
      {choices.data && <NewReportForm choices={choices.data} onClose={onClose} />}
    </Modal>
  );
}

function NewReportForm({ choices, onClose }: { choices: ReportChoices; onClose: () => void }) {
  const { t } = useTranslation(['reports', 'ui']);
  const { label } = useReportText();
  const site = useSite();
  const sitePath = useSitePath();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const today = localDate(site.timeZone);
  const offered = choices.items.flatMap(({ key, labels, programs }) => programs.map((program) => ({ id: `${key} ${program.id}`, definition: key, labels, program })));
  const [chosen, setChosen] = useState(() => offered.find(({ program }) => program.from <= today && program.to >= today)?.id ?? offered[0]?.id ?? '');
  const { definition, program } = offered.find(({ id }) => id === chosen) ?? {};
  const [period, setPeriod] = useState<ChosenPeriod>(() => usualPeriod(program, today));
  const [siteIds, setSiteIds] = useState<string[]>([site.id]);
  const ask = useMutation({
    mutationFn: () => requestReport({ definition, programId: program?.id ?? '', periodFrom: period.from, periodTo: period.to, siteIds }),
    onSuccess: async (run) => {
      await cache.invalidateQueries({ queryKey: reportRuns.queryKey });
      onClose();
      void navigate(sitePath('reports', run.id));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  const choose = (id: string) => {
    setChosen(id);
    setPeriod(usualPeriod(offered.find((offer) => offer.id === id)?.program, today));
  };

  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={ask.error} />
      <Stack gap="md">
        <NativeSelect
          label={t('new.program')} value={chosen} autoFocus onChange={(event) => choose(event.currentTarget.value)}
          data={offered.map(({ id, labels, program: { name } }) => ({ value: id, label: choices.items.length > 1 ? `${name}: ${label(labels)}` : name }))}
        />
        {program && <PeriodChooser key={program.id} program={program} today={today} value={period} onChange={setPeriod} />}
        <Checkbox.Group label={t('new.sites')} value={siteIds} onChange={setSiteIds} size="md">
          <Group mt={4} gap="md">
            {choices.sites.map(({ id, name }) => <Checkbox key={id} value={id} label={name} />)}
          </Group>
        </Checkbox.Group>
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={ask.isPending} disabled={!program || siteIds.length === 0 || period.from === '' || period.to === ''}>{t('new.run')}</Button>
      </Group>
    </form>
  );
}

/** The last quarter that is over, else the one that has begun, else the first. */
function usualPeriod(program: ReportProgram | undefined, today: string): ChosenPeriod {
  const quarters = program?.periods.filter(({ kind }) => kind === 'quarter') ?? [];
  const over = quarters.filter(({ to }) => to < today);
  const { from = '', to = '' } = over[over.length - 1] ?? quarters[0] ?? {};
  return { from, to };
}
