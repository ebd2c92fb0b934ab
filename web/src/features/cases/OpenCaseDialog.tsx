import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem } from '../../api/problem';
import { useSession } from '../../app/session';
import { useSite, useSitePath } from '../../app/site';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { acuities, caseWrites, workersAt, type Acuity } from './cases.api';
import { FamilyPicker, type Family } from './FamilyPicker';
import { useCaseWrite } from './use-case-write';
import { WorkerSelect } from './WorkerSelect';

export interface OpenCaseDialogProps {
  /** The party whose page somebody came from. */
  partyId: string | null;
  /** The closed case that the new one follows. */
  previousCaseId: string | null;
  onClose: () => void;
}

/** Opens a case: whom it is about, who leads it, and how much time it asks for. */
export function OpenCaseDialog({ partyId, previousCaseId, onClose }: OpenCaseDialogProps) {
  const { t } = useTranslation(['cases', 'ui']);
  const site = useSite();
  const path = useSitePath();
  const navigate = useNavigate();
  const { user } = useSession();
  const workers = useQuery(workersAt(site.id));
  const [family, setFamily] = useState<Family>({ partyId: null, personIds: [], enrollmentIds: [] });
  const [leadId, setLeadId] = useState(user.id);
  const [secondId, setSecondId] = useState('');
  const [acuity, setAcuity] = useState<Acuity>('moderate');
  const [sealed, setSealed] = useState(false);
  const [reason, setReason] = useState('');
  const open = useCaseWrite(
    () => caseWrites.open({ siteId: site.id, ...family, leadId, teamIds: secondId ? [secondId] : [], acuity, sealed, reason: reason.trim() || null, previousCaseId }),
    ({ id }) => void navigate(path('cases', id)),
  );
  const isFull = asProblem(open.error).code === 'CASELOAD_FULL';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('open.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={open.error} />
        <Stack gap="md">
          <FamilyPicker startPartyId={partyId} value={family} onChange={setFamily} />
          <WorkerSelect label={t('lead')} workers={workers.data?.items ?? []} value={leadId} onChange={setLeadId} />
          <NativeSelect label={t('open.second')} value={secondId} onChange={(event) => setSecondId(event.currentTarget.value)} data={[{ value: '', label: t('open.nobody') }, ...(workers.data?.items ?? []).filter(({ userId }) => userId !== leadId).map(({ userId, name }) => ({ value: userId, label: name }))]} />
          <SegmentedChoice label={t('acuityLabel')} value={acuity} onChange={setAcuity} options={acuities.map((value) => ({ value, label: t(`acuity.${value}`) }))} />
          <Checkbox label={t('open.sealed')} description={t('seal.text')} checked={sealed} onChange={(event) => setSealed(event.currentTarget.checked)} />
          {isFull && <Textarea label={t('fullReason')} required maxLength={500} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        </Stack>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={open.isPending} disabled={family.personIds.length === 0 || leadId === ''}>{t('open.button')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
