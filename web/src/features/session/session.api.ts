import { apiFetch, type RequestBody } from '../../api/client';
import type { Session } from '../../app/session';

/** A demo account; the server tells them only while demo data is loaded. */
export interface DemoSignIn {
  email: string;
  role: string;
  password: string;
}

/** Opens a session; the cookie comes with the answer. */
export async function signIn(credentials: RequestBody<'/api/sessions', 'post'>): Promise<Session> {
  const response = await post('/api/sessions', credentials);
  return (await response.json()) as Session;
}

/** The demo accounts, or none outside the demo. */
export async function demoSignIns(): Promise<DemoSignIn[]> {
  try {
    const response = await apiFetch('/api/demo/sign-ins', {}, { signIn: 'never' });
    return ((await response.json()) as { items: DemoSignIn[] }).items;
  } catch {
    return [];
  }
}

/** Asks for a mail with a link to choose a new password. The answer is the same whether the address is known or not. */
export async function askForPasswordReset(email: string): Promise<void> {
  await post('/api/password-resets', { email });
}

/** Sets the new password with the token of the mail. */
export async function completePasswordReset(token: string, password: string): Promise<void> {
  await post('/api/password-resets/complete', { token, password });
}

/** Takes up an invitation with the token of the mail. */
export async function acceptInvitation(acceptance: RequestBody<'/api/invitations/accept', 'post'>): Promise<void> {
  await post('/api/invitations/accept', acceptance);
}

function post(path: `/api/${string}`, body: object): Promise<Response> {
  return apiFetch(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }, { signIn: 'never' });
}
