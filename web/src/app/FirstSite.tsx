import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { PlaceIcon } from '../ui/icons';
import { PageHeader } from '../ui/PageHeader';
import { useSession } from './session';

/** The address without a site: goes to the first one, or says that there is none yet. */
export function FirstSite() {
  const { t } = useTranslation('app');
  const { sites, organization } = useSession();
  const [first] = sites;
  if (first) return <Navigate to={`/${encodeURIComponent(first.code)}`} replace />;
  return (
    <>
      <PageHeader title={organization.name} />
      <EmptyState title={t('noSite.title')} icon={<PlaceIcon />}>{t('noSite.text')}</EmptyState>
    </>
  );
}
