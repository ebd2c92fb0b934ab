import { Anchor, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { openReviews } from './people.api';

/** The minors of a site whose party somebody must look at, the oldest question first. */
export function OpenReviews({ siteId }: { siteId: string }) {
  const { t } = useTranslation('people');
  const sitePath = useSitePath();
  const reviews = useQuery(openReviews(siteId));
  if (reviews.isPending) return <Loading lines={2} />;
  if (reviews.error) return <ProblemAlert problem={reviews.error} onRetry={() => void reviews.refetch()} takeFocus={false} />;
  if (reviews.data.items.length === 0) return <EmptyState title={t('reviews.none')}>{t('reviews.noneText')}</EmptyState>;
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">{t('reviews.text')}</Text>
      <Stack component="ul" gap="xs" p={0} style={{ listStyle: 'none' }}>
        {reviews.data.items.map((review) => (
          <Paper component="li" withBorder p="sm" key={review.id}>
            <Anchor component={Link} to={sitePath('parties', review.partyId)} fw={600}>{review.name}</Anchor>
            <Text size="sm" c="dimmed">
              {review.age !== null && <>{t('age', { count: review.age })} · </>}
              {t(`reviews.reason.${review.reason}`)} · {review.partyCode} · <SiteDate value={review.raisedAt} />
            </Text>
          </Paper>
        ))}
      </Stack>
    </>
  );
}
