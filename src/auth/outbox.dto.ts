/** A mail as it would be sent. */
export class OutboxMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  at: Date;
}

/** The newest mails of the demo, the newest first. */
export class Outbox {
  items: OutboxMail[];
}
