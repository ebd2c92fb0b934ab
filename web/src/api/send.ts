import { ApiProblem, problemFrom, unreachable } from './problem';

/** What a call may do when the session has ended: ask for a new sign-in over the page (default), or fail at once. */
export interface SendOptions {
  signIn?: 'ask' | 'never';
}

type SignInAgain = () => Promise<boolean>;

let csrfToken: string | null = null;
let signInAgain: SignInAgain | null = null;
let asking: Promise<boolean> | null = null;
let lastAnswer = Date.now();

/** Keys of writes whose fate is unknown (the network failed), by what was asked; pressing the button again repeats the same write. */
const openAttempts = new Map<string, string>();

/** Remembers the token every write must carry; called with each session answer. */
export function rememberCsrfToken(session: { csrfToken: string } | null): void {
  csrfToken = session?.csrfToken ?? null;
}

/** The header with the token, for a write that does not go through `send`. */
export function csrfHeader(): Record<string, string> {
  return csrfToken ? { 'X-CSRF-Token': csrfToken } : {};
}

/** Says how to ask for a new sign-in over the current page; the answer is whether the person signed in. */
export function onSessionEnded(ask: SignInAgain | null): void {
  signInAgain = ask;
}

/** When the server last answered a call of ours: the start of its idle time (milliseconds since 1970). */
export function lastAnsweredAt(): number {
  return lastAnswer;
}

/** Asks for a new sign-in once, however many calls find out at the same time. */
export function askToSignIn(): Promise<boolean> {
  if (!signInAgain) return Promise.resolve(false);
  asking ??= signInAgain().finally(() => {
    asking = null;
  });
  return asking;
}

/**
 * Sends a request to our own API: adds the CSRF token and an idempotency key to writes, tries once more (with the same key) when the
 * network fails or the server is not available, asks for a new sign-in and repeats the call once, and throws what was refused as ApiProblem.
 */
export async function send(request: Request, options: SendOptions = {}): Promise<Response> {
  const attempt = request.method === 'GET' ? null : await attemptOf(request);
  const response = await sendTwice(request, attempt?.key ?? null).catch((error: unknown) => {
    if (attempt && !request.signal.aborted) openAttempts.set(attempt.what, attempt.key);
    throw error;
  });
  if (attempt) openAttempts.delete(attempt.what);
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (options.signIn === 'never' || !isSessionEnd(problem) || !(await askToSignIn())) throw problem;
  const repeated = await once(request, attempt?.key ?? null);
  if (!repeated.ok) throw await problemFrom(repeated);
  return repeated;
}

async function attemptOf(request: Request): Promise<{ what: string; key: string }> {
  const isJson = request.headers.get('Content-Type')?.startsWith('application/json') ?? false;
  const body = isJson ? await request.clone().text() : '';
  const what = `${request.method} ${request.url}\n${body}`;
  const given = request.headers.get('Idempotency-Key');
  const known = isJson ? openAttempts.get(what) : undefined;
  return { what, key: given ?? known ?? crypto.randomUUID() };
}

async function sendTwice(request: Request, key: string | null): Promise<Response> {
  const first = await once(request, key).catch((error: unknown) => {
    if (request.signal.aborted) throw error;
    return null;
  });
  if (first && first.status !== 503) return first;
  await pause(first);
  return once(request, key);
}

async function once(request: Request, key: string | null): Promise<Response> {
  const headers = new Headers(request.headers);
  if (request.method !== 'GET') {
    if (csrfToken) headers.set('X-CSRF-Token', csrfToken);
    if (key) headers.set('Idempotency-Key', key);
    if (!request.body && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  }
  const response = await fetch(new Request(request.clone(), { headers, credentials: 'same-origin' })).catch((error: unknown) => {
    throw request.signal.aborted ? error : unreachable();
  });
  if (response.status !== 503) lastAnswer = Date.now();
  return response;
}

function pause(response: Response | null): Promise<void> {
  const seconds = Number(response?.headers.get('Retry-After') ?? 1);
  const wait = Math.min(Number.isFinite(seconds) ? seconds : 1, 3) * 1000;
  return new Promise((resolve) => setTimeout(resolve, wait));
}

/** Whether a call was refused because nobody is signed in any more. */
export function isSessionEnd(problem: ApiProblem): boolean {
  return problem.status === 401 && (problem.code === 'SESSION_ENDED' || problem.code === 'SIGN_IN_NEEDED');
}
