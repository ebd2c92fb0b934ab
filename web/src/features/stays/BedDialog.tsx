import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { boardKey, closeBeds, closureReasons, holdBeds, releaseHold, reopenBed, type Board, type ClosureReason } from './board.api';
import { addDays, type BedNight } from './board-model';
import { TakenAlert } from './TakenAlert';

export interface BedDialogProps {
  board: Board;
  /** A bed without a guest; the dialog is closed when null. */
  opened: BedNight | null;
  onClose: () => void;
}

/** What can be done with a bed in which nobody lies: hold it, close it, give it back, open it again. */
export function BedDialog({ board, opened, onClose }: BedDialogProps) {
  const { t } = useTranslation(['stays', 'ui']);
  return (
    <Modal opened={opened !== null} onClose={onClose} title={opened ? t('bed.title', { bed: opened.bed.label, room: opened.room.name }) : ''} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {opened && <BedActions key={opened.bed.id + (opened.period?.id ?? '')} board={board} night={opened} onClose={onClose} />}
    </Modal>
  );
}

type Doing = 'hold' | 'close';

/** The beds of a room that are not closed already on any of the nights. */
function openBeds(board: Board, room: BedNight['room'], from: string, until: string): BedNight['room']['beds'] {
  const closed = board.periods.filter((period) => period.use === 'closed' && (until === '' || period.from < until) && (period.until === null || period.until > from));
  return room.beds.filter(({ id }) => !closed.some(({ bedId }) => bedId === id));
}

function BedActions({ board, night, onClose }: { board: Board; night: BedNight; onClose: () => void }) {
  const { t } = useTranslation(['stays', 'ui']);
  const cache = useQueryClient();
  const { bed, room, period, inService } = night;
  const [doing, setDoing] = useState<Doing>(board.can.book ? 'hold' : 'close');
  const [minutes, setMinutes] = useState('90');
  const [partyId, setPartyId] = useState('');
  const [from, setFrom] = useState(board.today);
  const [until, setUntil] = useState(addDays(board.today, 1));
  const [reason, setReason] = useState<ClosureReason>('repair');
  const [wholeRoom, setWholeRoom] = useState(false);
  const act = useMutation({
    mutationFn: (): Promise<unknown> => {
      if (period?.use === 'held') return releaseHold(period.id);
      if (period?.use === 'closed') return reopenBed(period.id);
      if (doing === 'hold') return holdBeds({ siteId: board.siteId, bedIds: [bed.id], from, until, minutes: Number(minutes), ...(partyId ? { partyId } : {}) });
      return closeBeds({ siteId: board.siteId, bedIds: wholeRoom ? openBeds(board, room, from, until).map(({ id }) => id) : [bed.id], from, until: until || null, reason });
    },
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: boardKey(board.siteId) }),
  });
  const facts = [t(`kind.${bed.kind}`), t(`space.${room.spaceKind}`), ...bed.characteristics.map((name) => t(`characteristic.${name}`))].join(' · ');
  const may = period?.use === 'closed' ? board.can.close : period?.use === 'held' ? board.can.book : board.can.book || board.can.close;

  return (
    <form onSubmit={(event) => { event.preventDefault(); act.mutate(); }}>
      <TakenAlert problem={act.error} />
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{facts}</Text>
        {!inService && <Text>{t('use.out')}</Text>}
        {period && (
          <Text>
            {period.use === 'closed' ? t(`closure.${period.closureReason ?? 'other'}`) : t('use.held')}: <SiteDate value={period.from} style="weekday" /> – {period.until ? <SiteDate value={period.until} style="weekday" /> : t('openEnd')}
            {period.heldUntil && <> · {t('hold.ends')} <SiteTime at={period.heldUntil} /></>}
          </Text>
        )}
        {period === null && may && inService && (
          <>
            {board.can.book && board.can.close && (
              <SegmentedChoice<Doing> label={t('bed.what')} value={doing} onChange={setDoing} options={[{ value: 'hold', label: t('bed.hold') }, { value: 'close', label: t('bed.close') }]} />
            )}
            <Group grow align="flex-end">
              <LocalDateInput label={t('bed.from')} value={from} min={board.today} onChange={setFrom} required />
              <LocalDateInput label={t('bed.until')} value={until} min={from} onChange={setUntil} required={doing === 'hold'} />
            </Group>
            {doing === 'close' && <Text size="sm" c="dimmed">{t('bed.untilHint')}</Text>}
            {doing === 'hold' ? (
              <>
                <NativeSelect label={t('hold.for')} value={minutes} onChange={(event) => setMinutes(event.currentTarget.value)} data={['30', '90', '180', '480'].map((value) => ({ value, label: t('hold.minutes', { count: Number(value) }) }))} />
                {board.waiting.length > 0 && (
                  <NativeSelect label={t('hold.party')} value={partyId} onChange={(event) => setPartyId(event.currentTarget.value)} data={[{ value: '', label: t('hold.nobody') }, ...board.waiting.map(({ id, code }) => ({ value: id, label: code }))]} />
                )}
              </>
            ) : (
              <>
                <NativeSelect label={t('closure.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value as ClosureReason)} data={closureReasons.map((value) => ({ value, label: t(`closure.${value}`) }))} />
                {room.beds.length > 1 && (
                  <SegmentedChoice label={t('closure.what')} value={wholeRoom ? 'room' : 'bed'} onChange={(value) => setWholeRoom(value === 'room')} options={[{ value: 'bed', label: t('closure.thisBed') }, { value: 'room', label: t('closure.wholeRoom', { count: openBeds(board, room, from, until).length }) }]} />
                )}
              </>
            )}
          </>
        )}
      </Stack>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t(may ? 'ui:cancel' : 'ui:close')}</Button>
        {may && (period !== null || inService) && (
          <Button type="submit" loading={act.isPending}>{t(period?.use === 'held' ? 'bed.release' : period?.use === 'closed' ? 'bed.reopen' : doing === 'hold' ? 'bed.hold' : 'bed.close')}</Button>
        )}
      </Group>
    </form>
  );
}
