import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { SearchIcon } from '../ui/icons';
import { PageHeader } from '../ui/PageHeader';

/** What every address shows that leads nowhere, or nowhere for this person. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState title={t('notFound.what')} icon={<SearchIcon />} action={<Button component={Link} to="/">{t('notFound.home')}</Button>}>
        {t('notFound.text')}
      </EmptyState>
    </>
  );
}
