import { Button, Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { WarningIcon } from '../ui/icons';
import { PageHeader } from '../ui/PageHeader';
import { NotFoundPage } from './NotFoundPage';

/** Stands in for a page that broke, or whose file could not be fetched because a newer version was installed meanwhile. */
export function BrokenPage() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const isMissingFile = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <Container py="md" size="md">
      <PageHeader title={t(isMissingFile ? 'broken.newVersion' : 'broken.title')} />
      <EmptyState
        title={t(isMissingFile ? 'broken.newVersionWhat' : 'broken.what')}
        icon={<WarningIcon />}
        action={<Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>}
      >
        {t('broken.text')}
      </EmptyState>
    </Container>
  );
}
