import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { type CaseFileKind, caseFileKinds, type Compartment, type FileFacts } from './case-files.api';

export interface FileFieldsProps {
  facts: FileFacts;
  onChange: (facts: FileFacts) => void;
  /** The parts of the case that the reader was let into; none: no choice is shown. */
  compartments: Compartment[];
  disabled?: boolean;
}

/** What is said about a file. */
export function FileFields({ facts, onChange, compartments, disabled }: FileFieldsProps) {
  const { t } = useTranslation('case-files');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput label={t('field.title')} value={facts.title} onChange={(event) => onChange({ ...facts, title: event.currentTarget.value })} required maxLength={200} disabled={disabled} />
      <NativeSelect
        label={t('field.kind')} value={facts.kind} disabled={disabled} onChange={(event) => onChange({ ...facts, kind: event.currentTarget.value as CaseFileKind })}
        data={caseFileKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <LocalDateInput label={t('field.documentDate')} description={t('field.documentDateHint')} value={facts.documentDate} onChange={(documentDate) => onChange({ ...facts, documentDate })} disabled={disabled} />
      <LocalDateInput label={t('field.expiresOn')} description={t('field.expiresHint')} value={facts.expiresOn} onChange={(expiresOn) => onChange({ ...facts, expiresOn })} disabled={disabled} />
      {compartments.length > 0 && (
        <NativeSelect
          label={t('field.compartment')} description={t('field.compartmentHint')} value={facts.compartment ?? ''} disabled={disabled}
          onChange={(event) => onChange({ ...facts, compartment: (event.currentTarget.value || null) as Compartment | null })}
          data={[{ value: '', label: t('compartment.team') }, ...compartments.map((compartment) => ({ value: compartment, label: t(`compartment.${compartment}`) }))]}
        />
      )}
    </SimpleGrid>
  );
}
