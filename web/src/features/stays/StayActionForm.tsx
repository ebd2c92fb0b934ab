import { Button, Checkbox, Group, NativeSelect, Paper, Stack, Switch, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { boardKey, boardOf, type Board, type BoardStay, type StayOffer } from './board.api';
import { addDays, freeBeds, nightsBetween } from './board-model';
import { cancelReasons, changeStay, correctionReasons, departureReasons, leaveReasons } from './stays.api';
import { TakenAlert } from './TakenAlert';
import { useStayText } from './use-stay-text';

export interface StayActionFormProps {
  board: Board;
  stay: BoardStay;
  action: StayOffer;
  onDone: () => void;
  onBack: () => void;
}

interface Fields {
  on: string;
  from: string;
  until: string;
  departsOn: string;
  bedId: string;
  reason: string;
  keepBed: boolean;
  to: 'slept' | 'away' | 'not_here';
  note: string;
  together: string[];
}

/** What a party may do together. */
const forParty: StayOffer[] = ['arrive', 'depart', 'extend', 'no-show', 'cancel'];

const reasonsOf: Partial<Record<StayOffer, readonly string[]>> = { depart: departureReasons, leave: leaveReasons, cancel: cancelReasons, correct: correctionReasons };

/** The few fields of one thing that happens to a guest. */
export function StayActionForm({ board, stay, action, onDone, onBack }: StayActionFormProps) {
  const { t } = useTranslation(['stays', 'ui']);
  const { bedText, guestText } = useStayText();
  const cache = useQueryClient();
  const [fields, setFields] = useState<Fields>(() => blank(board, stay, action));
  const set = (change: Partial<Fields>) => setFields((now) => ({ ...now, ...change }));
  const write = useMutation({
    mutationFn: () => changeStay(stay.id, action, { version: stay.version, ...bodyOf(action, fields), ...(fields.together.length > 0 ? { together: fields.together } : {}) }),
    onSuccess: () => {
      notifications.show({ message: t(`action.${action}.done`, { guest: guestText(stay) }), closeButtonProps: { 'aria-label': t('ui:close') } });
      onDone();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: boardKey(board.siteId) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate();
  };
  const others = forParty.includes(action) ? [...board.stays, ...board.withoutBed].filter((other, at, all) => other.partyId === stay.partyId && other.id !== stay.id && other.can.includes(action) && all.findIndex(({ id }) => id === other.id) === at) : [];
  const reasons = reasonsOf[action];
  const span = spanOf(action, fields, board, stay);
  // Which beds were free on nights that are over is not on the board that is open.
  const past = useQuery({ ...boardOf(board.siteId, span?.from ?? null, span ? Math.min(62, nightsBetween(span.from, span.until)) : 1), enabled: action === 'correct' && span !== null });
  const known = action === 'correct' ? past.data : board;
  const beds = span === null || known === undefined ? [] : freeBeds(known, span.from, span.until, stay.id);
  const bedNeeded = action === 'move' || (action === 'correct' && fields.to === 'slept');

  return (
    <Paper withBorder p="md" component="section" aria-label={t(`action.${action}.open`)}>
      <form onSubmit={submit}>
        <Title order={3} mb="xs">{t(`action.${action}.open`)}</Title>
        <Text size="sm" c="dimmed" mb="sm">{t(`action.${action}.text`)}</Text>
        <TakenAlert problem={write.error} />
        <Stack gap="sm">
          {(action === 'arrive' || action === 'depart') && (
            <LocalDateInput label={t('field.on')} value={fields.on} min={action === 'arrive' ? addDays(board.today, -1) : stay.arrivesOn} max={board.today} onChange={(on) => set({ on })} required />
          )}
          {(action === 'extend' || action === 'return') && (
            <LocalDateInput label={t('field.departsOn')} value={fields.departsOn} min={board.today > stay.arrivesOn ? board.today : stay.arrivesOn} onChange={(departsOn) => set({ departsOn })} required />
          )}
          {(action === 'move' || action === 'leave') && (
            <LocalDateInput label={t('field.fromNight')} value={fields.from} min={action === 'leave' ? addDays(board.today, -1) : undefined} max={action === 'leave' ? board.today : undefined} onChange={(from) => set({ from })} required />
          )}
          {action === 'correct' && (
            <>
              <Group grow align="flex-end">
                <LocalDateInput label={t('field.fromNight')} value={fields.from} max={addDays(board.today, -1)} onChange={(from) => set({ from })} required />
                <LocalDateInput label={t('field.untilDay')} value={fields.until} max={board.today} onChange={(until) => set({ until })} required />
              </Group>
              <SegmentedChoice
                label={t('field.to')} value={fields.to} onChange={(to) => set({ to })}
                options={(['slept', 'away', 'not_here'] as const).map((value) => ({ value, label: t(`correctedTo.${value}`) }))}
              />
            </>
          )}
          {(bedNeeded || action === 'extend' || action === 'return') && (
            <NativeSelect
              label={t(bedNeeded ? 'field.bed' : 'field.otherBed')} value={fields.bedId} required={action === 'move'} onChange={(event) => set({ bedId: event.currentTarget.value })}
              data={[{ value: '', label: t(action === 'move' ? 'field.chooseBed' : 'field.sameBed') }, ...beds.map((place) => ({ value: place.bed.id, label: bedText(place) }))]}
            />
          )}
          {reasons && (
            <NativeSelect label={t('field.reason')} value={fields.reason} onChange={(event) => set({ reason: event.currentTarget.value })} data={reasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))} />
          )}
          {others.length > 1 && (
            <Checkbox
              label={t('field.everybody')} checked={fields.together.length === others.length} indeterminate={fields.together.length > 0 && fields.together.length < others.length}
              onChange={(event) => set({ together: event.currentTarget.checked ? others.map(({ id }) => id) : [] })}
            />
          )}
          {others.length > 0 && (
            <Checkbox.Group label={t('field.together')} value={fields.together} onChange={(together) => set({ together })}>
              <Stack gap={4} mt={4}>
                {others.map((other) => <Checkbox key={other.id} value={other.id} label={guestText(other)} />)}
              </Stack>
            </Checkbox.Group>
          )}
          {action === 'leave' && <Switch label={t('field.keepBed')} checked={fields.keepBed} onChange={(event) => set({ keepBed: event.currentTarget.checked })} />}
          {action === 'correct' && <Textarea label={t('field.note')} description={t('field.noteHint')} value={fields.note} maxLength={500} autosize minRows={2} onChange={(event) => set({ note: event.currentTarget.value })} />}
        </Stack>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onBack}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={write.isPending} color={action === 'cancel' || action === 'no-show' ? 'red' : undefined}>{t(`action.${action}.save`)}</Button>
        </Group>
      </form>
    </Paper>
  );
}

function blank(board: Board, stay: BoardStay, action: StayOffer): Fields {
  const later = board.today > stay.departsOn ? board.today : stay.departsOn;
  return {
    on: board.today,
    from: action === 'correct' ? addDays(board.today, -1) : action === 'move' && stay.arrivesOn > board.today ? stay.arrivesOn : board.today,
    until: board.today,
    departsOn: action === 'extend' ? addDays(later, 1) : later,
    bedId: '',
    reason: reasonsOf[action]?.[0] ?? '',
    keepBed: true,
    to: 'slept',
    note: '',
    together: [],
  };
}

function bodyOf(action: StayOffer, { on, from, until, departsOn, bedId, reason, keepBed, to, note }: Fields): object {
  const bed = bedId ? { bedId } : {};
  switch (action) {
    case 'arrive': return { on };
    case 'depart': return { on, reason };
    case 'extend': return { departsOn, ...bed };
    case 'return': return { departsOn, ...bed };
    case 'move': return { from, ...bed };
    case 'leave': return { from, reason, keepBed };
    case 'cancel': return { reason };
    case 'correct': return { from, until, to, reason, ...(to === 'slept' ? bed : {}), ...(note.trim() ? { note: note.trim() } : {}) };
    default: return {};
  }
}

/** The nights for which a bed is looked for; null when dates are missing or out of order. */
function spanOf(action: StayOffer, { from, until, departsOn }: Fields, board: Board, stay: BoardStay): { from: string; until: string } | null {
  const span =
    action === 'extend' ? { from: stay.departsOn, until: departsOn }
    : action === 'return' ? { from: board.today, until: departsOn }
    : action === 'move' ? { from, until: stay.departsOn }
    : { from, until };
  return span.from !== '' && span.until > span.from ? span : null;
}
