import { Anchor, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { BirthDate } from './BirthDate';
import type { StagedRow } from './manifests.api';
import { useCodeText } from './use-code-text';

export interface MatchTableProps {
  row: StagedRow;
  editable: boolean;
  busy: boolean;
  onSame: (personId: string) => void;
  onDifferent: () => void;
}

/** A name is never cut off: somebody decides by it. */
const wrapping = { label: { whiteSpace: 'normal' } } as const;

type Side = Pick<StagedRow, 'givenNames' | 'familyNames' | 'birthDate' | 'birthDateQuality' | 'aNumber' | 'nationality' | 'sex' | 'language'>;

/** The row beside the people already known who may be the same; nothing is merged unless somebody presses. */
export function MatchTable({ row, editable, busy, onSame, onDifferent }: MatchTableProps) {
  const { t } = useTranslation('arrivals');
  const sitePath = useSitePath();
  const { country, language } = useCodeText();
  const facts: [key: string, label: string, of: (side: Side) => ReactNode][] = [
    ['name', t('match.name'), (side) => `${side.givenNames} ${side.familyNames}`.trim()],
    ['birth_date', t('field.birth_date'), (side) => side.birthDate && <BirthDate value={side.birthDate} quality={side.birthDateQuality} />],
    ['a_number', t('field.a_number'), (side) => side.aNumber],
    ['nationality', t('field.nationality'), (side) => side.nationality && country(side.nationality)],
    ['sex', t('field.sex'), (side) => side.sex && t(`sex.${side.sex}`)],
    ['language', t('field.language'), (side) => side.language && language(side.language)],
  ];
  return (
    <div>
      <Text fw={600} size="sm" mt="xs" id={`match-${row.number}`}>{t('match.title', { count: row.matches.length })}</Text>
      <Table.ScrollContainer minWidth={300} tabIndex={0} role="region" aria-label={t('match.region', { number: row.number })}>
        <Table aria-labelledby={`match-${row.number}`} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('match.what')}</Table.Th>
              <Table.Th scope="col">{t('match.thisRow')}</Table.Th>
              {row.matches.map((match) => (
                <Table.Th scope="col" key={match.personId}><Anchor component={Link} to={sitePath('people', match.personId)} size="sm">{t('match.known')}</Anchor></Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {facts.map(([key, label, of]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={400}>{label}</Table.Th>
                <Table.Td>{of(row) ?? '–'}</Table.Td>
                {row.matches.map((match) => <Table.Td key={match.personId} fw={match.same.includes(key) ? 600 : 400}>{of(match) ?? '–'}{match.same.includes(key) && <VisuallyHidden> ({t('match.alike')})</VisuallyHidden>}</Table.Td>)}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {editable && (
        <Group gap="xs" mt="xs">
          {row.matches.map((match) => (
            <Button key={match.personId} size="sm" h="auto" py={8} styles={wrapping} disabled={busy} variant={row.decidedPersonId === match.personId ? 'filled' : 'default'} onClick={() => onSame(match.personId)}>
              {t('match.same', { name: `${match.givenNames} ${match.familyNames}`.trim() })}
            </Button>
          ))}
          <Button size="sm" variant={row.decision === 'different' ? 'filled' : 'default'} disabled={busy} onClick={onDifferent}>{t('match.different')}</Button>
        </Group>
      )}
    </div>
  );
}
