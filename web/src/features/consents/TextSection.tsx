import { Button, Checkbox, Group, Modal, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import { approveTexts, type TextReview, textReviews } from './consent-settings.api';

/** The texts by language: which are used, and the reading by a second speaker that makes one usable. */
export function TextSection() {
  const { t, i18n } = useTranslation('consents');
  const reviews = useQuery(textReviews());
  const [reading, setReading] = useState<TextReview | null>(null);
  const nameOf = (language: string) => new Intl.DisplayNames([i18n.language], { type: 'language' }).of(language) ?? language;
  return (
    <section aria-labelledby="texts-title">
      <Title order={2} id="texts-title" mb={4}>{t('texts.title')}</Title>
      <Text mb="sm">{t('texts.about')}</Text>
      {reviews.isPending && <Loading lines={3} />}
      <ProblemAlert problem={reviews.error} onRetry={() => void reviews.refetch()} takeFocus={false} />
      <Stack gap="xs">
        {reviews.data?.items.map((review) => (
          <Paper key={review.language} withBorder p="sm">
            <Group justify="space-between" gap="xs">
              <div>
                <Text fw={600}>{nameOf(review.language)}</Text>
                <Text size="sm" c="dimmed">
                  {review.secondSpeaker && review.approvedAt ? <>{t('texts.readBy', { name: review.secondSpeaker })}, <SiteDate value={review.approvedAt} /></> : t(`texts.states.${review.state}`)}
                </Text>
              </div>
              <Group gap="xs">
                <StateBadge tone={review.usable ? 'good' : 'warn'}>{t(review.usable ? 'texts.used' : 'texts.notUsed')}</StateBadge>
                <Button size="compact-sm" variant="default" onClick={() => setReading(review)} aria-label={t('texts.readOne', { language: nameOf(review.language) })}>{t('texts.read')}</Button>
              </Group>
            </Group>
          </Paper>
        ))}
      </Stack>
      {reading && <ReadTextsDialog review={reading} title={nameOf(reading.language)} onClose={() => setReading(null)} />}
    </section>
  );
}

function ReadTextsDialog({ review, title, onClose }: { review: TextReview; title: string; onClose: () => void }) {
  const { t } = useTranslation(['consents', 'ui']);
  const cache = useQueryClient();
  const [secondSpeaker, setSecondSpeaker] = useState('');
  const [read, setRead] = useState(false);
  const approve = useMutation({
    mutationFn: () => approveTexts({ language: review.language, version: review.version, secondSpeaker: secondSpeaker.trim() }),
    onSuccess: async () => {
      await Promise.all([cache.invalidateQueries({ queryKey: ['consent-text-reviews'] }), cache.invalidateQueries({ queryKey: ['consent-texts'] })]);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    approve.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack gap="sm" lang={review.language}>
        {review.texts.map(({ purpose, title: name, text }) => (
          <div key={purpose}>
            <Text fw={600}>{name}</Text>
            <Text>{text}</Text>
          </div>
        ))}
      </Stack>
      {!review.usable && (
        <form onSubmit={submit}>
          <Stack gap="sm" mt="lg">
            <ProblemAlert problem={approve.error} />
            <TextInput label={t('texts.speaker')} description={t('texts.speakerHint')} value={secondSpeaker} maxLength={120} required onChange={(event) => setSecondSpeaker(event.currentTarget.value)} />
            <Checkbox label={t('texts.confirm')} checked={read} onChange={(event) => setRead(event.currentTarget.checked)} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
              <Button type="submit" loading={approve.isPending} disabled={!read || secondSpeaker.trim() === ''}>{t('texts.approve')}</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
