import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { type CaseFile, changeFile, type FileFacts, filesOf } from './case-files.api';
import { FileFields } from './FileFields';

/** Renames a file, says what it is, or when it expires. */
export function ChangeFileDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t } = useTranslation('case-files');
  const cache = useQueryClient();
  const [facts, setFacts] = useState<FileFacts>({ title: file.title, kind: file.kind, compartment: file.compartment, documentDate: file.documentDate ?? '', expiresOn: file.expiresOn ?? '' });
  const change = async () => {
    await changeFile(file.id, { version: file.version, title: facts.title, kind: facts.kind, documentDate: facts.documentDate || null, expiresOn: facts.expiresOn || null });
    await cache.invalidateQueries({ queryKey: filesOf(file.caseId).queryKey });
  };
  return (
    <ConfirmDialog opened title={t('changeTitle')} confirmLabel={t('keepChange')} onConfirm={change} onClose={onClose}>
      <FileFields facts={facts} onChange={setFacts} compartments={[]} />
    </ConfirmDialog>
  );
}
