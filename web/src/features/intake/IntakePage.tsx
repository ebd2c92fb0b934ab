import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useSite } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { drafts, openDraft } from './intake.api';
import { blankForm, readForm } from './intake-form';
import { IntakeEditor } from './IntakeEditor';

/** The intake of a party at the door. What is typed lies on the server, so a reload or a new sign-in goes on where it was. */
export function IntakePage() {
  const { t } = useTranslation('intake');
  const { draftId = '' } = useParams();
  const site = useSite();
  const kept = useQuery({
    queryKey: ['intake', 'draft', draftId],
    queryFn: async ({ client }) => {
      const { items } = await client.fetchQuery(drafts());
      return items.some(({ id }) => id === draftId) ? openDraft(draftId) : null;
    },
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (kept.isPending) return <Loading />;
  if (kept.error) return <><PageHeader title={t('title')} /><ProblemAlert problem={kept.error} onRetry={() => void kept.refetch()} takeFocus={false} /></>;
  const today = localDate(site.timeZone);
  const form = kept.data ? readForm(kept.data.content, today) : null;
  return <IntakeEditor key={draftId} draftId={draftId} start={form ?? blankForm(today)} version={kept.data?.version ?? 0} savedAt={kept.data?.savedAt ?? null} />;
}
