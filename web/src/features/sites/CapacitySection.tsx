import { Button, Group, NumberInput, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { localDate } from '../../ui/date-text';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import classes from './CapacitySection.module.css';
import { setCapacities, type Site } from './sites.api';

type Amount = number | string;

/** The four capacities, kept apart and dated: beds are counted, the others are said. */
export function CapacitySection({ site }: { site: Site }) {
  const { t } = useTranslation(['sites', 'ui']);
  const cache = useQueryClient();
  const [current] = site.capacities;
  const [form, setForm] = useState({
    effectiveFrom: localDate(site.timeZone), licensed: (current?.licensed ?? '') as Amount, staffed: (current?.staffed ?? '') as Amount, funded: (current?.funded ?? '') as Amount,
  });
  const save = useMutation({
    mutationFn: () => setCapacities(site.id, { effectiveFrom: form.effectiveFrom, licensed: amount(form.licensed), staffed: amount(form.staffed), funded: amount(form.funded) }),
    onSuccess: (saved) => {
      cache.setQueryData(['sites', site.id], saved);
      notifications.show({ message: t('capacity.saved'), closeButtonProps: { 'aria-label': t('ui:close') } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="capacity-title">
      <Title order={2} id="capacity-title">{t('capacity.title')}</Title>
      <Text c="dimmed" mb="sm">{t('capacity.text', { beds: site.beds })}</Text>
      {site.can.manage && (
        <form onSubmit={submit}>
          <ProblemAlert problem={save.error} />
          <div className={classes.fields}>
            <LocalDateInput label={t('capacity.from')} value={form.effectiveFrom} onChange={(effectiveFrom) => setForm({ ...form, effectiveFrom })} required />
            {(['licensed', 'staffed', 'funded'] as const).map((name) => (
              <NumberInput key={name} label={t(`capacity.${name}`)} value={form[name]} onChange={(value) => setForm({ ...form, [name]: value })} min={0} max={100_000} allowDecimal={false} />
            ))}
          </div>
          <Group mt="md"><Button type="submit" loading={save.isPending}>{t('capacity.save')}</Button></Group>
        </form>
      )}
      <Stack mt="md" gap={0}>
        {site.capacities.length === 0 ? <Text c="dimmed">{t('capacity.none')}</Text> : (
          // A region that scrolls is reachable by keyboard.
          <div className={classes.scroll} role="region" aria-label={t('capacity.history')} tabIndex={0}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('capacity.from')}</Table.Th>
                  {(['licensed', 'staffed', 'funded'] as const).map((name) => <Table.Th key={name} scope="col" ta="right">{t(`capacity.${name}`)}</Table.Th>)}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {site.capacities.map((capacity) => (
                  <Table.Tr key={capacity.effectiveFrom}>
                    <Table.Td><SiteDate value={capacity.effectiveFrom} /></Table.Td>
                    {(['licensed', 'staffed', 'funded'] as const).map((name) => <Table.Td key={name} ta="right" className="tabular">{capacity[name] ?? '–'}</Table.Td>)}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </Stack>
    </Paper>
  );
}

function amount(value: Amount): number | null {
  return value === '' ? null : Number(value);
}
