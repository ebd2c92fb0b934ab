import { Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { candidatesOf, changeTrip, planTrip, tripOf, type Candidate, type Trip, type TripDetails } from './travel.api';
import { TripForm } from './TripForm';

/** What the dialog is about: a new trip of a party, or a trip that is planned. */
export type TripSubject = { kind: 'plan'; partyId: string } | { kind: 'change'; tripId: string };

export interface TripDialogProps {
  /** Null: closed. */
  subject: TripSubject | null;
  /** The day a new trip is proposed for. */
  day: string;
  onClose: () => void;
}

/** Plans a trip or changes one. What it shows is loaded when it is opened, so that nobody works on an old screen. */
export function TripDialog({ subject, day, onClose }: TripDialogProps) {
  const { t } = useTranslation(['travel', 'ui']);
  return (
    <Modal
      opened={subject !== null} onClose={onClose} size="lg" title={t(subject?.kind === 'change' ? 'form.changeTitle' : 'form.planTitle')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {subject && <Content subject={subject} day={day} onClose={onClose} />}
    </Modal>
  );
}

function Content({ subject, day, onClose }: { subject: TripSubject; day: string; onClose: () => void }) {
  const site = useSite();
  const cache = useQueryClient();
  const trip = useQuery({ ...tripOf(subject.kind === 'change' ? subject.tripId : ''), enabled: subject.kind === 'change', gcTime: 0 });
  const partyId = subject.kind === 'plan' ? subject.partyId : trip.data?.partyId;
  const candidates = useQuery({ ...candidatesOf(site.id, partyId ?? ''), enabled: partyId !== undefined, gcTime: 0 });
  const problem = trip.error ?? candidates.error;
  if (problem) return <ProblemAlert problem={problem} />;
  if (!partyId || !candidates.data || candidates.isFetching || trip.isFetching) return <Loading lines={6} />;

  const save = async (details: TripDetails) => {
    if (trip.data) await changeTrip(trip.data.id, trip.data.version, details);
    else await planTrip(site.id, partyId, details);
    onClose();
    await cache.invalidateQueries({ queryKey: ['travel'] });
  };
  return (
    <TripForm
      partyCode={candidates.data.partyCode} tripId={trip.data?.id ?? null} candidates={candidates.data.items}
      initial={trip.data ? detailsOf(trip.data) : blank(candidates.data.items, day)} onSave={save} onCancel={onClose}
    />
  );
}

function detailsOf(trip: Trip): TripDetails {
  return {
    travellerIds: trip.travellers.map(({ personId }) => personId), scope: trip.scope, mode: trip.mode, destinationCity: trip.destinationCity, destinationState: trip.destinationState,
    leavesOn: trip.leavesOn, leavesTime: trip.leavesTime, ticket: trip.ticket, reference: trip.reference, carrier: trip.carrier, sponsorName: trip.sponsorName,
    sponsorPhone: trip.sponsorPhone, safeToContactSponsor: trip.safeToContactSponsor,
  };
}

function blank(candidates: Candidate[], day: string): TripDetails {
  return {
    travellerIds: candidates.filter((person) => !person.departed && person.plannedTripId === null).map(({ personId }) => personId),
    scope: 'onward', mode: 'bus', destinationCity: '', destinationState: null, leavesOn: day, leavesTime: '', ticket: 'none', reference: '', carrier: '',
    sponsorName: null, sponsorPhone: null, safeToContactSponsor: false,
  };
}
