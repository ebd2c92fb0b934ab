import type { PlainAnswer } from '../../support/plain-request';

// What tells how we are built or what was asked of the database.
const inside = /\bat [\w.<>]+ \(|node_modules|\/src\/|\.(ts|js):\d+|\b(select|insert into|update|delete from)\b[^"]{0,80}\b(from|where|values|set)\b|relation "|column "|constraint "|violates|QueryFailed|TypeError|pg_|syntax error|duplicate key/i;

/** What is wrong with an answer to whatever was asked, or null. An address that is too long (431) is refused by Node before we see it. */
export function wrongWith({ status, type, text }: PlainAnswer): string | null {
  if (status >= 500) return `${status}`;
  if (status < 400 || status === 431) return null;
  if (!type.startsWith('application/problem+json')) return `${status} as ${type || 'nothing'}`;
  const body = parsed(text);
  if (typeof body?.code !== 'string' || typeof body.title !== 'string' || body.status !== status) return `${status} without a code and a sentence`;
  if (inside.test(text)) return `${status} that tells how it is built: ${text.slice(0, 200)}`;
  return null;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' ? (body as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}
