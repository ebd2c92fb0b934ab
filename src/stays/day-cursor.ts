import { isCalendarDate } from '../platform/clock/clock';
import { invalid } from '../platform/errors/problem';

/** A place in a list that is ordered by a date and then by id. */
export interface DayCursor {
  on: string;
  id: string;
}

/** A place as it is handed to the reader. */
export function placeOf({ on, id }: DayCursor): string {
  return `${on}|${id}`;
}

/** The place a reader sent back; null at the beginning. */
export function cursorOf(text: string | undefined): DayCursor | null {
  if (text === undefined) return null;
  const [on = '', id = ''] = text.split('|');
  if (!isCalendarDate(on) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalid('after', 'This is no place in the list. Begin at the first page.');
  return { on, id };
}
