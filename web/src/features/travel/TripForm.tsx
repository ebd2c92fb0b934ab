import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { isMinor, nameOf } from './names';
import { ticketStates, tripModes, type Candidate, type TicketState, type TripDetails, type TripMode, type TripScope } from './travel.api';
import classes from './TripForm.module.css';
import { usStates } from './us-states';

export interface TripFormProps {
  partyCode: string;
  /** The trip that is changed; null for a new one. */
  tripId: string | null;
  candidates: Candidate[];
  initial: TripDetails;
  onSave: (trip: TripDetails) => Promise<void>;
  onCancel: () => void;
}

/** Who travels, where to, when, how, with which ticket, and who waits there. */
export function TripForm({ partyCode, tripId, candidates, initial, onSave, onCancel }: TripFormProps) {
  const { t } = useTranslation(['travel', 'ui']);
  const [form, setForm] = useState(initial);
  const save = useMutation({ mutationFn: () => onSave(form) });
  const wrong = save.error ? asProblem(save.error).byField() : {};
  const set = (change: Partial<TripDetails>) => setForm((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={save.error} />
      <Stack gap="md">
        <Checkbox.Group label={t('form.who')} description={t('trip.party', { code: partyCode })} value={form.travellerIds} onChange={(travellerIds) => set({ travellerIds })} error={wrong.travellerIds}>
          <Stack gap={6} mt={6}>
            {candidates.map((person) => <MemberChoice key={person.personId} person={person} tripId={tripId} />)}
          </Stack>
        </Checkbox.Group>
        <SegmentedChoice<TripScope>
          label={t('form.scope')} value={form.scope} onChange={(scope) => set({ scope })}
          options={[{ value: 'onward', label: t('scope.onward') }, { value: 'local', label: t('scope.local') }]}
        />
        <div className={classes.pair}>
          <TextInput
            label={t('form.city')} required maxLength={120} value={form.destinationCity} autoComplete="off" error={wrong.destinationCity}
            onChange={(event) => set({ destinationCity: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('form.state')} value={form.destinationState ?? ''} onChange={(event) => set({ destinationState: (event.currentTarget.value || null) as TripDetails['destinationState'] })}
            data={[{ value: '', label: t('form.noState') }, ...usStates.map(([value, label]) => ({ value, label }))]}
          />
        </div>
        <div className={classes.pair}>
          <LocalDateInput label={t('form.on')} required value={form.leavesOn} onChange={(leavesOn) => set({ leavesOn })} error={wrong.leavesOn} />
          <TextInput
            label={t('form.time')} description={t('form.timeHint')} type="time" required value={form.leavesTime} error={wrong.leavesTime}
            onChange={(event) => set({ leavesTime: event.currentTarget.value.slice(0, 5) })} inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        </div>
        <SegmentedChoice<TripMode> label={t('form.mode')} value={form.mode} onChange={(mode) => set({ mode })} options={tripModes.map((value) => ({ value, label: t(`mode.${value}`) }))} />
        <NativeSelect
          label={t('form.ticket')} value={form.ticket} onChange={(event) => set({ ticket: event.currentTarget.value as TicketState })}
          data={ticketStates.map((value) => ({ value, label: t(`ticket.${value}`) }))}
        />
        <div className={classes.pair}>
          <TextInput label={t('form.carrier')} maxLength={80} value={form.carrier} autoComplete="off" onChange={(event) => set({ carrier: event.currentTarget.value })} />
          <TextInput label={t('form.reference')} maxLength={60} value={form.reference} autoComplete="off" onChange={(event) => set({ reference: event.currentTarget.value })} />
        </div>
        {form.scope === 'onward' && <Sponsor form={form} set={set} wrong={wrong} />}
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onCancel}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={save.isPending} disabled={form.travellerIds.length === 0}>{t(tripId ? 'form.saveChange' : 'form.savePlan')}</Button>
      </Group>
    </form>
  );
}

function Sponsor({ form, set, wrong }: { form: TripDetails; set: (change: Partial<TripDetails>) => void; wrong: Record<string, string> }) {
  const { t } = useTranslation('travel');
  return (
    <fieldset className={classes.sponsor}>
      <legend>{t('form.sponsor')}</legend>
      <Text size="sm" c="dimmed" mb="xs">{t('form.sponsorHint')}</Text>
      <div className={classes.pair}>
        <TextInput label={t('form.sponsorName')} maxLength={120} value={form.sponsorName ?? ''} autoComplete="off" onChange={(event) => set({ sponsorName: event.currentTarget.value || null })} />
        <TextInput
          label={t('form.sponsorPhone')} type="tel" maxLength={40} value={form.sponsorPhone ?? ''} autoComplete="off" error={wrong.sponsorPhone}
          onChange={(event) => set({ sponsorPhone: event.currentTarget.value || null, ...(event.currentTarget.value ? {} : { safeToContactSponsor: false }) })}
        />
      </div>
      <Checkbox
        mt="sm" label={t('form.safe')} description={t('form.safeHint')} checked={form.safeToContactSponsor} disabled={!form.sponsorPhone}
        onChange={(event) => set({ safeToContactSponsor: event.currentTarget.checked })}
      />
    </fieldset>
  );
}

function MemberChoice({ person, tripId }: { person: Candidate; tripId: string | null }) {
  const { t } = useTranslation('travel');
  const onAnother = person.plannedTripId !== null && person.plannedTripId !== tripId;
  const hint = [
    isMinor(person.ageBand) && t(`age.${person.ageBand}`), person.departed && t('traveller.departed'), onAnother && t('traveller.onAnother'), !person.departed && person.arrivesOn && t('traveller.notHere'),
  ].filter(Boolean).join(' · ');
  return <Checkbox value={person.personId} label={nameOf(person) || t('traveller.forgotten')} description={hint || undefined} disabled={person.departed} />;
}
