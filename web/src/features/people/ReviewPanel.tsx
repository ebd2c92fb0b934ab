import { Button, Group, Modal, Paper, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { decideReview, type ProtectionReview } from './people.api';

export interface ReviewPanelProps {
  review: ProtectionReview;
  /** Whom it is about, where the page is not about them alone. */
  name?: string;
}

/** The question whether a minor is safe with whom they came, and its decision. */
export function ReviewPanel({ review, name }: ReviewPanelProps) {
  const { t } = useTranslation(['people', 'ui']);
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const [decision, setDecision] = useState<'cleared' | 'escalated' | null>(null);
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: (chosen: 'cleared' | 'escalated') => decideReview(review.id, { decision: chosen, note: note.trim() }),
    onSuccess: async () => {
      setOpen(false);
      await cache.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (decision) decide.mutate(decision);
  };

  return (
    <Paper withBorder p="md" role="group" aria-label={t('review.title')}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>{name ? t('review.about', { name }) : t('review.title')}</Text>
          <Text size="sm">{t(`reviews.reason.${review.reason}`)} · <SiteDate value={review.raisedAt} /></Text>
          {review.note && <Text size="sm" mt={4}>{review.note}</Text>}
        </div>
        <StateBadge tone={review.state === 'cleared' ? 'good' : 'warn'}>{t(`review.state.${review.state}`)}</StateBadge>
      </Group>
      {review.mayDecide && <Button size="sm" mt="sm" onClick={() => setOpen(true)}>{t('review.decide')}</Button>}
      <Modal opened={open} onClose={() => setOpen(false)} title={t('review.decide')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        <form onSubmit={submit}>
          <ProblemAlert problem={decide.error} />
          <Text size="sm" mb="sm">{t('review.help')}</Text>
          <SegmentedChoice
            label={t('review.decision')} value={decision} onChange={setDecision}
            options={(review.state === 'open' ? (['cleared', 'escalated'] as const) : (['cleared'] as const)).map((value) => ({ value, label: t(`review.choice.${value}`) }))}
          />
          <Textarea label={t('review.note')} description={t('review.noteHint')} value={note} onChange={(event) => setNote(event.currentTarget.value)} required minLength={10} maxLength={2000} autosize minRows={3} mt="sm" />
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={decide.isPending} disabled={decision === null || note.trim().length < 10}>{t('review.save')}</Button>
          </Group>
        </form>
      </Modal>
    </Paper>
  );
}
