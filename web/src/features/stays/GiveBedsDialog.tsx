import { Button, Checkbox, Group, Modal, NativeSelect, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { boardKey, type Board, type WaitingParty } from './board.api';
import { addDays } from './board-model';
import { SuggestionChoice } from './SuggestionChoice';
import { bookStays, suggestionsFor, type GuestBed } from './stays.api';
import { TakenAlert } from './TakenAlert';
import { useStayText } from './use-stay-text';

export interface GiveBedsDialogProps {
  board: Board;
  /** Who gets beds; the dialog is closed when null. */
  partyId: string | null;
  onChoose: (partyId: string) => void;
  onClose: () => void;
}

/** Gives beds to a party: who, from when, how many nights, and which beds. All of them or none. */
export function GiveBedsDialog({ board, partyId, onChoose, onClose }: GiveBedsDialogProps) {
  const { t } = useTranslation(['stays', 'ui']);
  // When somebody else gives this party its beds meanwhile, the form stays until its refusal was read.
  const waiting = board.waiting.find(({ id }) => id === partyId);
  const [shown, setShown] = useState<WaitingParty | null>(null);
  if (waiting && waiting !== shown) setShown(waiting);
  const party = waiting ?? (shown?.id === partyId ? shown : null);
  const parties = party && !waiting ? [party, ...board.waiting] : board.waiting;
  return (
    <Modal opened={party !== null} onClose={onClose} title={party ? t('give.title', { party: party.code }) : ''} size="xl" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {party && (
        <>
          {parties.length > 1 && (
            <NativeSelect
              label={t('give.party')} mb="sm" value={party.id} onChange={(event) => onChoose(event.currentTarget.value)}
              data={parties.map(({ id, code, members, reviewOpen }) => ({ value: id, label: `${code} · ${t('people', { count: members.length })}`, disabled: reviewOpen }))}
            />
          )}
          <GiveBedsForm key={party.id} board={board} party={party} onClose={onClose} />
        </>
      )}
    </Modal>
  );
}

function GiveBedsForm({ board, party, onClose }: { board: Board; party: WaitingParty; onClose: () => void }) {
  const { t } = useTranslation(['stays', 'ui']);
  const { guestText, needsText } = useStayText();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState(() => party.members.map(({ personId }) => personId));
  const [arrivesOn, setArrivesOn] = useState(board.today);
  const [nights, setNights] = useState(2);
  const [arrived, setArrived] = useState(true);
  const [beds, setBeds] = useState<GuestBed[]>([]);
  const departsOn = arrivesOn === '' ? '' : addDays(arrivesOn, nights);
  const ask = { siteId: board.siteId, partyId: party.id, arrivesOn, departsOn, personIds: chosen };
  const suggestions = useQuery({ ...suggestionsFor(ask), enabled: nights > 0 && chosen.length > 0 && arrivesOn !== '' });
  const { data: found } = suggestions;
  useEffect(() => setBeds(found?.items[0]?.beds.map(({ personId, bedId }) => ({ personId, bedId })) ?? []), [found]);

  const give = useMutation({
    mutationFn: () => bookStays({
      siteId: board.siteId, partyId: party.id, arrivesOn, departsOn, arrived: arrived && arrivesOn <= board.today, guests: nights === 0 ? chosen.map((personId) => ({ personId })) : beds,
    }),
    onSuccess: () => {
      notifications.show({ message: t('give.done', { count: chosen.length, party: party.code }), closeButtonProps: { 'aria-label': t('ui:close') } });
      onClose();
    },
    onError: () => void suggestions.refetch(),
    onSettled: () => cache.invalidateQueries({ queryKey: boardKey(board.siteId) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  const ready = chosen.length > 0 && arrivesOn !== '' && (nights === 0 || beds.length === chosen.length);

  return (
    <form onSubmit={submit}>
      <TakenAlert problem={give.error} />
      <Stack gap="sm">
        <Checkbox.Group label={t('give.who')} value={chosen} onChange={setChosen}>
          <Stack gap={4} mt={4}>
            {party.members.map((member) => (
              <Checkbox
                key={member.personId} value={member.personId} label={guestText(member)}
                description={[member.name && t(`age.${member.ageBand}`), needsText(member.needs)].filter(Boolean).join(' · ') || undefined}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group gap="sm" align="flex-end" grow>
          <LocalDateInput label={t('give.from')} value={arrivesOn} min={board.today} onChange={setArrivesOn} required />
          <NumberInput label={t('give.nights')} value={nights} onChange={(value) => setNights(Number(value))} min={0} max={366} allowDecimal={false} required />
        </Group>
        {board.maxStayNights !== null && nights > board.maxStayNights && <Text size="sm" c="dimmed">{t('give.long', { count: board.maxStayNights })}</Text>}
        <Switch label={t('give.here')} checked={arrived && arrivesOn <= board.today} disabled={arrivesOn > board.today} onChange={(event) => setArrived(event.currentTarget.checked)} />
        {nights === 0 ? (
          <Text size="sm">{t('give.noNight')}</Text>
        ) : (
          <div aria-busy={suggestions.isFetching}>
            <TakenAlert problem={suggestions.error} />
            {suggestions.isPending && chosen.length > 0 && <Loading lines={3} />}
            {found && (
              <SuggestionChoice
                board={board} party={party} suggestions={found.items} beds={beds} span={{ from: arrivesOn, until: departsOn }} freeBeds={found.freeBeds} onChoose={setBeds}
              />
            )}
          </div>
        )}
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={give.isPending} disabled={!ready}>{t(nights === 0 ? 'give.visit' : 'give.save', { count: chosen.length })}</Button>
      </Group>
    </form>
  );
}
