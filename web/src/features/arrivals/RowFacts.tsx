import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import { BirthDate } from './BirthDate';
import type { StagedRow } from './manifests.api';
import { useCodeText } from './use-code-text';

/** What we understood of a row, in one line. */
export function RowFacts({ row }: { row: StagedRow }) {
  const { t } = useTranslation('arrivals');
  const { country, language } = useCodeText();
  const facts = [
    row.birthDate && <BirthDate key="born" value={row.birthDate} quality={row.birthDateQuality} />,
    row.sex && t(`sex.${row.sex}`),
    row.nationality && country(row.nationality),
    row.aNumber && t('facts.aNumber', { number: row.aNumber }),
    row.group && t('facts.group', { group: row.group }),
    row.relation && row.relation !== 'unknown' && t(`relation.${row.relation}`),
    row.language && language(row.language),
    row.destination,
    row.phone && <bdi key="phone" dir="ltr">{row.phone}</bdi>,
    row.releasedOn && <span key="released">{t('facts.released')} <SiteDate value={row.releasedOn} /></span>,
  ].filter((fact) => fact !== null && fact !== '' && fact !== false);
  return (
    <Text size="sm" component="p" my={4}>
      {facts.map((fact, index) => <span key={index}>{index > 0 && ' · '}{fact}</span>)}
    </Text>
  );
}
