import { Checkbox, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { SignaturePad } from '../../ui/SignaturePad';
import type { ConsentForm } from './consent-form';
import { type Assent, assents, type Capture, captures } from './consents.api';

export interface ConsentProofProps {
  form: ConsentForm;
  /** Grown people of the party, when a guardian answers for the person. */
  guardians: { personId: string; name: string }[];
  minor: boolean;
  onChange: (next: Partial<ConsentForm>) => void;
}

/** Who answered, how it was taken down, and until when it holds. */
export function ConsentProof({ form, guardians, minor, onChange }: ConsentProofProps) {
  const { t } = useTranslation('people');
  return (
    <Stack gap="sm">
      {minor && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <NativeSelect
            label={t('consent.guardian')} value={form.guardianId} onChange={(event) => onChange({ guardianId: event.currentTarget.value, assent: '' })}
            data={[{ value: '', label: t('consent.themselves') }, ...guardians.map(({ personId, name }) => ({ value: personId, label: name }))]}
          />
          {form.guardianId !== '' && (
            <SegmentedChoice label={t('consent.assent')} value={form.assent || null} onChange={(assent: Assent) => onChange({ assent })} options={assents.map((value) => ({ value, label: t(`consent.assents.${value}`) }))} />
          )}
        </SimpleGrid>
      )}
      <Checkbox label={t('consent.taughtBack')} description={t('consent.taughtBackHint')} checked={form.taughtBack} onChange={(event) => onChange({ taughtBack: event.currentTarget.checked })} />
      <SegmentedChoice label={t('consent.taken')} value={form.captured} onChange={(captured: Capture) => onChange({ captured, signature: null })} options={captures.map((value) => ({ value, label: t(`consent.captured.${value}`) }))} />
      {form.captured !== 'verbal' && (
        <>
          <Checkbox label={t('consent.onPaper')} checked={form.onPaper} onChange={(event) => onChange({ onPaper: event.currentTarget.checked, signature: null })} />
          {form.onPaper
            ? <TextInput label={t('consent.evidence')} value={form.evidence} maxLength={300} onChange={(event) => onChange({ evidence: event.currentTarget.value })} />
            : <SignaturePad label={t(`consent.sign.${form.captured}`)} onChange={(signature) => onChange({ signature })} />}
        </>
      )}
      <LocalDateInput label={t('consent.validUntil')} value={form.validUntil} onChange={(validUntil) => onChange({ validUntil })} description={t('consent.validUntilHint')} />
      <Text size="sm" c="dimmed">{t('consent.noPenalty')}</Text>
    </Stack>
  );
}
