import { Button, Group, VisuallyHidden } from '@mantine/core';
import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../ui/date-text';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { SiteDate } from '../../ui/SiteDate';
import { useSiteZone } from '../../ui/site-zone';
import { BedKindIcon } from './BedKindIcon';
import type { Board } from './board.api';
import { addDays, calendarOf, type BedLine, type BedNight } from './board-model';
import tile from './BedTile.module.css';
import classes from './NightCalendar.module.css';

export interface NightCalendarProps {
  board: Board;
  busy: boolean;
  /** Shows other nights, from this one on. */
  onMove: (from: string) => void;
  onOpen: (bed: BedNight) => void;
}

/** The nights to come: a line for every bed, a column for every night. It scrolls by itself, also with the arrow keys. */
export function NightCalendar({ board, busy, onMove, onOpen }: NightCalendarProps) {
  const { t, i18n } = useTranslation('stays');
  const lines = useMemo(() => calendarOf(board), [board]);
  const nights = board.totals.map(({ night }) => night);

  return (
    <div>
      <Group gap="xs" align="flex-end" mb="sm">
        <Button variant="default" onClick={() => onMove(addDays(board.from, -7))}>{t('calendar.earlier')}</Button>
        <Button variant="default" onClick={() => onMove(board.today)} disabled={board.from === board.today}>{t('calendar.today')}</Button>
        <Button variant="default" onClick={() => onMove(addDays(board.from, 7))}>{t('calendar.later')}</Button>
        <LocalDateInput label={t('calendar.from')} value={board.from} onChange={(from) => from && onMove(from)} />
      </Group>
      <div className={classes.scroll} role="region" aria-label={t('calendar.label')} tabIndex={0} aria-busy={busy}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>{t('calendar.bed')}</th>
              {nights.map((night) => (
                <th key={night} scope="col" className={classes.night} data-today={night === board.today || undefined} data-weekend={isWeekend(night) || undefined}>
                  <div className={classes.weekday}>{weekday(night, i18n.language)}</div>
                  <SiteDate value={night} style="short" />
                </th>
              ))}
            </tr>
            <tr>
              <th scope="row" className={classes.corner}>{t('calendar.free')}</th>
              {board.totals.map(({ night, free }) => (
                <td key={night} className={classes.total} data-none={free === 0 || undefined}>{free}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <Fragment key={line.bed.id}>
                {lines[at - 1]?.room.id !== line.room.id && (
                  <tr>
                    <th scope="rowgroup" colSpan={nights.length + 1} className={classes.room}>
                      <span>{line.room.name} <small>{t(`space.${line.room.spaceKind}`)} · {line.room.building}</small></span>
                    </th>
                  </tr>
                )}
                <Line line={line} onOpen={onOpen} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Line({ line, onOpen }: { line: BedLine; onOpen: (bed: BedNight) => void }) {
  const { t, i18n } = useTranslation('stays');
  const zone = useSiteZone();
  const { bed, room } = line;
  return (
    <tr>
      <th scope="row" className={classes.bed}>
        <span><BedKindIcon kind={bed.kind} /> {bed.label}<VisuallyHidden>{t(`kind.${bed.kind}`)}</VisuallyHidden></span>
      </th>
      {line.pieces.map(({ night, span, period, stay, inService, startsBefore, endsAfter }) => {
        if (period === null) {
          return <td key={night} className={classes.empty} data-weekend={isWeekend(night) || undefined} data-out={!inService || undefined}>{!inService && <VisuallyHidden>{t('use.out')}</VisuallyHidden>}</td>;
        }
        const who = stay ? (stay.name ?? stay.partyCode) : period.use === 'closed' ? t(`closure.${period.closureReason ?? 'other'}`) : t(`use.${period.use}`);
        const until = period.until ? dateText(period.until, i18n.language, zone, 'short') : t('openEnd');
        return (
          <td key={night} colSpan={span} className={classes.cell}>
            <button
              type="button" className={`${classes.period} ${tile.look}`} data-use={period.use} data-before={startsBefore || undefined} data-after={endsAfter || undefined}
              onClick={() => onOpen({ bed, room, period, stay, inService })}
            >
              {who}
              <VisuallyHidden>{t('calendar.period', { use: t(`use.${period.use}`), from: dateText(period.from, i18n.language, zone, 'short'), until })}</VisuallyHidden>
            </button>
          </td>
        );
      })}
    </tr>
  );
}

function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
}

function weekday(date: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
}
