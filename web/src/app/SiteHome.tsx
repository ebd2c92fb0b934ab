import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { PageHeader } from '../ui/PageHeader';
import { featurePages } from './feature-pages';
import { navEntries } from './navigation';
import { NotFoundPage } from './NotFoundPage';
import { useSession } from './session';
import { useSiteOrNull } from './site';

/** The address of a site: goes to the first page this person may open there. */
export function SiteHome() {
  const { t } = useTranslation('app');
  const { actions } = useSession();
  const site = useSiteOrNull();
  if (!site) return <NotFoundPage />;
  const [first] = navEntries(featurePages, actions);
  if (first) return <Navigate to={`/${encodeURIComponent(site.code)}/${first.path}`} replace />;
  return (
    <>
      <PageHeader title={site.name} />
      <EmptyState title={t('nothingToDo.title')}>{t('nothingToDo.text')}</EmptyState>
    </>
  );
}
