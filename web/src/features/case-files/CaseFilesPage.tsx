import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { EmptyState } from '../../ui/EmptyState';
import { KeyPager } from '../../ui/KeyPager';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AddFiles } from './AddFiles';
import classes from './AddFiles.module.css';
import { filesOf } from './case-files.api';
import { FileItem } from './FileItem';

/** The files of a case: what expires soonest on top, a place to bring more. */
export function CaseFilesPage() {
  const { t } = useTranslation('case-files');
  const { id, code, offers } = useCase();
  const files = useInfiniteQuery(filesOf(id));
  const mayChange = offers.includes('work');
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('title')} tabTitle={t('tabTitle', { code })} subtitle={t('subtitle')} />
      <ProblemAlert problem={files.error} onRetry={() => void files.refetch()} takeFocus={false} />
      {files.isPending && <Loading lines={4} />}
      {files.data && mayChange && <AddFiles caseId={id} compartments={files.data.pages[0]?.compartments ?? []} />}
      {files.data && items.length === 0 && !mayChange && <EmptyState title={t('none')} />}
      {items.length > 0 && (
        <section aria-label={t('list')}>
          <ul className={classes.list}>{items.map((file) => <FileItem key={file.id} file={file} mayChange={mayChange} />)}</ul>
          <KeyPager shown={items.length} hasMore={files.hasNextPage} loading={files.isFetchingNextPage} onMore={() => void files.fetchNextPage()} />
        </section>
      )}
    </>
  );
}
