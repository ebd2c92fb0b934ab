import { DEMO_PASSWORD, demoEmail } from '../src/demo/demo-accounts';

/** A signed-in colleague who calls the API while a measurement is prepared. */
export interface ApiSession {
  /** The headers of a request of this session. */
  headers: Record<string, string>;
  /** Ids the server knows of the session itself. */
  ids: string[];
  /** The sites of the session. */
  sites: { id: string; name: string; timeZone: string }[];
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

/** Signs in with a demo account of the first organization. */
export async function signIn(port: number, account: string, organization = 'frontera'): Promise<ApiSession> {
  const base = `http://127.0.0.1:${port}`;
  const opened = await fetch(`${base}/api/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: base },
    body: JSON.stringify({ email: demoEmail(account, organization), password: DEMO_PASSWORD }),
  });
  if (!opened.ok) throw new Error(`signing in as ${account} failed: ${await opened.text()}`);
  const session = (await opened.json()) as { user: { id: string }; organization: { id: string }; csrfToken: string; sites: ApiSession['sites'] };
  const cookie = opened.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const headers = { Cookie: cookie, 'X-CSRF-Token': session.csrfToken, Origin: base };
  const call = async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    headers,
    ids: [session.user.id, session.organization.id],
    sites: session.sites,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
  };
}
