import { Alert, Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/problem';
import { useSitePath } from '../../app/site';
import { WarningIcon } from '../../ui/icons';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteTime } from '../../ui/SiteTime';
import type { ManifestReading } from './manifests.api';

/** What somebody should know about a list before looking at its rows. */
export function ManifestNotices({ list, again }: { list: ManifestReading; again: boolean }) {
  const { t } = useTranslation('arrivals');
  const sitePath = useSitePath();
  const needsOrder = list.dateOrder === null && list.dates.open > 0;
  const left = list.counts.problem + list.counts.match + list.counts.ready;
  return (
    <>
      {again && <Alert color="blue" variant="light" role="status">{t('list.again')}</Alert>}
      {list.destroyedAt && <Alert color="gray" variant="light" role="status">{t('list.destroyed')} <SiteTime at={list.destroyedAt} withDate /></Alert>}
      {list.admittedAt && !list.destroyedAt && list.counts.admitted > 0 && (
        <Alert color="green" variant="light" role="status" title={t('list.admitted', { count: list.counts.admitted })}>
          <Text size="sm" c="inherit">{left > 0 ? t('list.left', { count: left }) : t('list.nobodyLeft')}</Text>
          <Anchor component={Link} to="?rows=admitted">{t('list.giveBeds')}</Anchor>
        </Alert>
      )}
      {list.state === 'staged' && list.errorCode && <ProblemAlert problem={new ApiProblem(list.errorCode, 500, list.error ?? t('list.failed'))} takeFocus={false} />}
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
