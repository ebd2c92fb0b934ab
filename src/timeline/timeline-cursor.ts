import { invalid } from '../platform/errors/problem';

/** A place in a timeline: a moment to the microsecond, and the key of what happened then to whom. */
export interface TimelinePlace {
  at: string;
  key: string;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** The place as it is handed out. */
export function writePlace({ at, key }: TimelinePlace): string {
  return Buffer.from(`${at}|${key}`).toString('base64url');
}

/** The place that was handed out before. */
export function readPlace(text: string): TimelinePlace {
  const [at = '', key = ''] = Buffer.from(text, 'base64url').toString().split('|');
  if (!MOMENT.test(at) || !/^[a-z_]+:[0-9a-f-]{36}:[0-9a-f-]{36}$/.test(key)) throw invalid('after', 'Take the `next` of the page before.');
  return { at, key };
}
