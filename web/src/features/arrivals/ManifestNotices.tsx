import { Alert, Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { useSitePath } from '../../app/site';
import { WarningIcon } from '../../ui/icons';
import { ProblemAlert } from '../../ui/ProblemAlert';
import type { ManifestReading } from './manifests.api';

/** What somebody should know about a list before looking at its rows. */
export function ManifestNotices({ list, again }: { list: ManifestReading; again: boolean }) {
  const { t } = useTranslation('arrivals');
  const sitePath = useSitePath();
  const needsOrder = list.dateOrder === null && list.dates.open > 0;
  return (
    <>
      {again && <Alert color="blue" variant="light" role="status">{t('list.again')}</Alert>}
      {list.state === 'failed' && <ProblemAlert problem={new ApiProblem(list.errorCode ?? 'WENT_WRONG', 422, list.error ?? t('list.failed'))} />}
      {list.sameAsId && <Anchor component={Link} to={sitePath('arrivals', 'manifests', list.sameAsId)}>{t('list.openFirst')}</Anchor>}
      {needsOrder && list.state === 'staged' && (
        <Alert color="yellow" variant="light" icon={<WarningIcon />} title={t('dates.title', { count: list.dates.open })}>
          <Text size="sm" c="inherit">{t(list.dates.dayFirst > 0 && list.dates.monthFirst > 0 ? 'dates.mixed' : 'dates.text')}</Text>
          <Anchor component={Link} to={sitePath('arrivals', 'manifests', list.id, 'columns')}>{t('dates.choose')}</Anchor>
        </Alert>
      )}
    </>
  );
}
