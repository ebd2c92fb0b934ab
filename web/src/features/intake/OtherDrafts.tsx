import { Anchor, Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { SiteTime } from '../../ui/SiteTime';
import { drafts } from './intake.api';

/** The forms of this worker at this site that were not finished, beside the one on the screen. */
export function OtherDrafts({ draftId }: { draftId: string }) {
  const { t } = useTranslation('intake');
  const site = useSite();
  const sitePath = useSitePath();
  const kept = useQuery(drafts());
  const others = (kept.data?.items ?? []).filter(({ id, siteId }) => id !== draftId && siteId === site.id);
  if (others.length === 0) return null;
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="others-title">
      <Text fw={600} id="others-title">{t('others.title', { count: others.length })}</Text>
      <Group gap="md">
        {others.map((draft) => (
          <span key={draft.id}>
            <Anchor component={Link} to={sitePath('intake', draft.id)} underline="always">{draft.title || t('others.unnamed')}</Anchor>{' '}
            <Text span size="sm"><SiteTime at={draft.savedAt} withDate /></Text>
          </span>
        ))}
      </Group>
    </Paper>
  );
}
