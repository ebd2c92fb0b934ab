import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import type { Plan, Review } from './plans.api';
import { ReviewDialog } from './ReviewDialog';

const tones: Record<Review['state'], StateTone> = { planned: 'neutral', overdue: 'warn', held: 'good', not_needed: 'neutral' };

/** The days on which the plan is looked at together. */
export function ReviewSection({ found, plan, mayWork }: { found: CaseHead; plan: Plan; mayWork: boolean }) {
  const { t } = useTranslation('plans');
  const [holding, setHolding] = useState<Review | null>(null);
  return (
    <section aria-labelledby="reviews-title">
      <Title order={2} size="h3" id="reviews-title" mt="xl" mb="xs">{t('review.title')}</Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {plan.reviews.map((review) => (
          <Paper component="li" withBorder p="sm" key={review.id}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text span fw={600}>{t(`review.kind.${review.kind}`)}</Text>{' '}
                <Text span size="sm" c="dimmed">{t(review.heldOn ? 'review.heldOn' : 'review.dueOn')} <SiteDate value={review.heldOn ?? review.dueOn} />{review.heldByName && ` · ${review.heldByName}`}</Text>
              </div>
              <Group gap="xs">
                <StateBadge tone={tones[review.state]}>{t(`review.state.${review.state}`)}</StateBadge>
                {mayWork && review.heldOn === null && <Button size="compact-sm" variant="default" onClick={() => setHolding(review)} aria-label={t('review.holdOne', { which: t(`review.kind.${review.kind}`) })}>{t('review.hold')}</Button>}
              </Group>
            </Group>
            {review.summary && <Text size="sm" mt={4} dir="auto" style={{ whiteSpace: 'pre-line' }}>{review.summary}</Text>}
          </Paper>
        ))}
      </Stack>
      {holding && <ReviewDialog found={found} plan={plan} review={holding} onClose={() => setHolding(null)} />}
    </section>
  );
}
