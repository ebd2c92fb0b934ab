import { Button, Checkbox, Group, Modal, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { Loading } from '../../ui/Loading';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { eligibility, offerProgram, type Basis, type Candidate, type ReferralSource } from './enrollments.api';
import { ProgramOnOffer } from './ProgramOnOffer';

const bases: readonly Basis[] = ['parole', 'bond', 'atd', 'in_proceedings', 'pending_asylum', 'asylee', 'cuban_haitian_entrant', 'unknown'];
const sources: readonly ReferralSource[] = ['site', 'partner', 'walk_in', 'self', 'other_program'];

/** Dates that a rule may ask for and that nobody may have written down before. */
const dates = { release: 'releasedOn', arrival: 'arrivedOn', asylum_grant: 'asylumGrantedOn' } as const;
type DateFact = keyof typeof dates;

export interface OfferDialogProps {
  opened: boolean;
  candidates: Candidate[];
  onClose: () => void;
}

/** Offers a program: whom, what they want to say about themselves, and what each rule of each program says to it. */
export function OfferDialog({ opened, candidates, onClose }: OfferDialogProps) {
  const { t } = useTranslation(['enrollments', 'ui']);
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t('offer.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {opened && <OfferForm candidates={candidates} onClose={onClose} />}
    </Modal>
  );
}

function OfferForm({ candidates, onClose }: Omit<OfferDialogProps, 'opened'>) {
  const { t } = useTranslation(['enrollments', 'ui']);
  const cache = useQueryClient();
  const { id: siteId, timeZone } = useSite();
  const [chosen, setChosen] = useState(candidates.map(({ personId }) => personId));
  const [basis, setBasis] = useState<string[]>([]);
  const [said, setSaid] = useState<Partial<Record<DateFact, string>>>({});
  const [answers, setAnswers] = useState<Record<string, boolean | null>>({});
  const [programId, setProgramId] = useState('');
  const [referredBy, setReferredBy] = useState<ReferralSource>('site');
  const [reason, setReason] = useState('');

  const people = chosen.map((personId) => ({
    personId,
    basis: basis as Basis[],
    ...Object.fromEntries(Object.entries(said).filter(([, day]) => day !== '').map(([fact, day]) => [dates[fact as DateFact], day])),
    answers: Object.entries(answers).map(([key, answer]) => ({ key, answer })),
  }));
  const rules = useQuery(eligibility({ siteId, people }));
  const found = chosen.length > 0 ? (rules.data?.items ?? []) : [];
  const programs = [...new Map(found.map((item) => [item.programId, item.programName]))];
  const wanted = (Object.keys(dates) as DateFact[]).filter((fact) => said[fact] !== undefined || found.some(({ rules: all }) => all.some((rule) => rule.says === 'unknown' && rule.facts.includes(fact))));
  const against = found.some((item) => item.programId === programId && item.says === 'no');
  const offer = useMutation({
    mutationFn: () => offerProgram({ siteId, programId, referredBy, people, ...(against ? { overrideReason: reason.trim() } : {}) }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['enrollments'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    offer.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={offer.error} />
      <Stack gap="md">
        <Text size="sm">{t('offer.text')}</Text>
        {candidates.length > 1 && (
          <Checkbox.Group label={t('offer.who')} value={chosen} onChange={setChosen}>
            <Stack gap={6} mt={6}>{candidates.map(({ personId, name }) => <Checkbox key={personId} value={personId} label={name} />)}</Stack>
          </Checkbox.Group>
        )}
        <Checkbox.Group label={t('offer.basis')} description={t('offer.basisHint')} value={basis} onChange={setBasis}>
          <Stack gap={6} mt={6}>{bases.map((one) => <Checkbox key={one} value={one} label={t(`basis.${one}`)} />)}</Stack>
        </Checkbox.Group>
        {wanted.map((fact) => (
          <LocalDateInput key={fact} label={t(`fact.${fact}`)} max={localDate(timeZone)} value={said[fact] ?? ''} onChange={(day) => setSaid({ ...said, [fact]: day })} />
        ))}
        <ProblemAlert problem={rules.error} takeFocus={false} />
        {rules.isPending && chosen.length > 0 && <Loading lines={3} />}
        {rules.data && programs.length === 0 && chosen.length > 0 && <Text>{t('offer.noPrograms')}</Text>}
        {programs.length > 0 && (
          <Radio.Group label={t('offer.program')} value={programId} onChange={setProgramId} aria-busy={rules.isFetching}>
            <Stack gap="sm" mt={6}>
              {programs.map(([id, name]) => (
                <ProgramOnOffer
                  key={id} id={id} name={name} candidates={candidates} found={found.filter((item) => item.programId === id)} answers={answers}
                  onAnswer={(key, answer) => setAnswers({ ...answers, [key]: answer })}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {against && <Textarea label={t('offer.reason')} description={t('offer.reasonHint')} required minLength={3} maxLength={500} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        <NativeSelect
          label={t('offer.source')} value={referredBy} onChange={(event) => setReferredBy(event.currentTarget.value as ReferralSource)}
          data={sources.map((source) => ({ value: source, label: t(`referredBy.${source}`) }))}
        />
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={offer.isPending} disabled={programId === '' || chosen.length === 0 || (against && reason.trim().length < 3)}>{t('offer.save')}</Button>
      </Group>
    </form>
  );
}
