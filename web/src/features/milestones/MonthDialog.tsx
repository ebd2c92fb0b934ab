import { Button, Checkbox, Group, Modal, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { livelihoodOf, recordMonth, type HouseholdMonth, type Livelihood } from './livelihood.api';
import { centsOf } from './money';

export interface MonthDialogProps {
  livelihood: Livelihood;
  /** The month that is corrected, a new one, or null: closed. */
  editing: HouseholdMonth | 'new' | null;
  onClose: () => void;
}

/** What a family lived on in one month. */
export function MonthDialog({ livelihood, editing, onClose }: MonthDialogProps) {
  const { t } = useTranslation(['milestones', 'ui']);
  return (
    <Modal opened={editing !== null} onClose={onClose} title={t('living.dialog')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {editing && <MonthForm livelihood={livelihood} before={editing === 'new' ? null : editing} onClose={onClose} />}
    </Modal>
  );
}

function MonthForm({ livelihood, before, onClose }: { livelihood: Livelihood; before: HouseholdMonth | null; onClose: () => void }) {
  const { t } = useTranslation(['milestones', 'ui']);
  const cache = useQueryClient();
  const [month, setMonth] = useState(before?.month ?? livelihood.thisMonth);
  const [money, setMoney] = useState({ income: inDollars(before?.incomeCents), rent: inDollars(before?.rentCents), other: inDollars(before?.otherCostsCents) });
  const [cashAssistance, setCashAssistance] = useState(before?.cashAssistance ?? false);
  const [people, setPeople] = useState<{ employable: number | string; employed: number | string }>({ employable: before?.employable ?? '', employed: before?.employed ?? '' });
  const there = livelihood.months.find((found) => found.month === month);
  const save = useMutation({
    mutationFn: () =>
      recordMonth(livelihood.caseId, {
        month, incomeCents: centsOf(money.income), rentCents: centsOf(money.rent), otherCostsCents: centsOf(money.other), cashAssistance,
        employable: Number(people.employable || 0), employed: Number(people.employed || 0), ...(there ? { replaces: there.id } : {}),
      }),
    onSuccess: async (changed) => {
      cache.setQueryData(livelihoodOf(livelihood.caseId).queryKey, changed);
      onClose();
      // A month may speak for a milestone of the path.
      await cache.invalidateQueries({ queryKey: ['milestones', 'case', livelihood.caseId] });
    },
    onError: () => cache.invalidateQueries({ queryKey: livelihoodOf(livelihood.caseId).queryKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const amount = (part: keyof typeof money, required: boolean) => (
    <NumberInput
      label={t(`living.${part}`)} prefix="$" decimalScale={2} min={0} max={1_000_000} allowNegative={false} thousandSeparator="," required={required} hideControls
      value={money[part]} onChange={(value) => setMoney({ ...money, [part]: value })}
    />
  );
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={save.error} />
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t('living.dialogText')}</Text>
        <TextInput type="month" label={t('living.month')} required max={livelihood.thisMonth} value={month} onChange={(event) => setMonth(event.currentTarget.value)} disabled={before !== null} />
        {there && !before && <Text size="sm">{t('living.thereAlready')}</Text>}
        {amount('income', true)}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>{amount('rent', true)}{amount('other', false)}</SimpleGrid>
        <Checkbox label={t('living.cashLabel')} description={t('living.cashHint')} checked={cashAssistance} onChange={(event) => setCashAssistance(event.currentTarget.checked)} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {(['employable', 'employed'] as const).map((part) => (
            <NumberInput key={part} label={t(`living.${part}`)} min={0} max={30} allowDecimal={false} allowNegative={false} required value={people[part]} onChange={(value) => setPeople({ ...people, [part]: value })} />
          ))}
        </SimpleGrid>
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={save.isPending}>{t('form.save')}</Button>
      </Group>
    </form>
  );
}

function inDollars(cents: number | undefined): number | string {
  return cents === undefined ? '' : cents / 100;
}
