import { createTransport } from 'nodemailer';
import type { Config } from '../config/config';

/** What a mail says, and to whom. Plain text only. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** A refusal that another try will not change. */
export class RefusedForGood extends Error {}

/** Hands a letter to a mail server. */
export interface MailTransport {
  /** @throws RefusedForGood when the server will never take it; any other error may pass. */
  send(letter: Letter, messageId: string): Promise<void>;
}

/** The mail transport, injectable by this token; null where mails stay in the outbox. */
export const MAIL_TRANSPORT = Symbol('mail transport');

/** The transport of a configuration: SMTP, or none. */
export function mailTransport(config: Config): MailTransport | null {
  return config.SMTP_URL ? new Smtp(config.SMTP_URL, config.MAIL_FROM) : null;
}

/** The domain that our message ids carry. */
export function mailDomain(from: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'posada.invalid';
}

class Smtp implements MailTransport {
  private readonly server: ReturnType<typeof createTransport>;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    // The second argument is what every message starts from: nothing in a message may name a file or an address to fetch.
    this.server = createTransport(withTimeouts(url), { disableFileAccess: true, disableUrlAccess: true });
  }

  async send({ to, subject, text }: Letter, messageId: string): Promise<void> {
    try {
      await this.server.sendMail({ from: this.from, to: { name: '', address: to }, subject, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } });
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode ?? 0;
      if (code >= 500 && code < 600) throw new RefusedForGood(`the mail server answered ${code}`);
      throw error;
    }
  }
}

function withTimeouts(url: string): string {
  const address = new URL(url);
  for (const [name, milliseconds] of [['connectionTimeout', 10_000], ['greetingTimeout', 10_000], ['socketTimeout', 20_000]] as const) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(milliseconds));
  }
  return address.toString();
}
