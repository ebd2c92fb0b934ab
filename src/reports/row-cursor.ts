import { isUUID } from 'class-validator';
import { isCalendarDate } from '../platform/clock/clock';
import { reportProblems } from './reports.errors';

/** Where a page of rows ended: rows are in the order of their day, then of their id. */
export interface RowCursor {
  day: string;
  id: string;
}

/** The text that a caller hands back to go on. */
export function writeCursor({ day, id }: RowCursor): string {
  return `${day}~${id}`;
}

/** Reads what `writeCursor` made. */
export function readCursor(text: string): RowCursor {
  const [day = '', id = '', ...more] = text.split('~');
  if (more.length > 0 || !isCalendarDate(day) || !isUUID(id)) throw reportProblems.REPORT_CURSOR_UNREADABLE();
  return { day, id };
}
