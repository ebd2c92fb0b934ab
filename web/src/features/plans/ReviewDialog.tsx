import { Button, Group, Modal, SimpleGrid, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { holdReview, type Plan, type Review, type ReviewHeld } from './plans.api';
import { usePlanChange } from './use-plan-change';

/** Writes down what both found when they looked at the plan. Goals themselves are changed on their cards. */
export function ReviewDialog({ found, plan, review, onClose }: { found: CaseHead; plan: Plan; review: Review; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const [form, setForm] = useState({ heldOn: plan.today, summary: '', nextOn: '' });
  const save = usePlanChange(found.id, (body: ReviewHeld) => holdReview(review.id, body), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ heldOn: form.heldOn, summary: form.summary, ...(form.nextOn ? { nextOn: form.nextOn } : {}) });
  };
  return (
    <Modal opened onClose={onClose} title={t('review.hold')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Text size="sm" mb="sm">{t('review.hint')}</Text>
        <Textarea label={t('review.summary')} value={form.summary} onChange={(event) => setForm({ ...form, summary: event.currentTarget.value })} autosize minRows={4} maxLength={4000} required dir="auto" data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} mt="sm">
          <LocalDateInput label={t('review.heldOnLabel')} value={form.heldOn} onChange={(heldOn) => setForm({ ...form, heldOn })} min={plan.startedOn ?? undefined} max={plan.today} required />
          <LocalDateInput label={t('review.nextOn')} value={form.nextOn} onChange={(nextOn) => setForm({ ...form, nextOn })} min={plan.today} />
        </SimpleGrid>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending}>{t('save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
