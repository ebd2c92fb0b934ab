import { openWorld, type World } from '../../../test/support/world';
import { Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { Tx } from '../database/tx';
import { Jobs } from '../queue/jobs.service';
import { Sealing } from '../sealing/sealing.service';
import { RefusedForGood, type Letter, type MailTransport } from './mail-transport';
import { MailSender } from './mail.jobs';
import { Mails } from './mails.service';

/** A mail server of the spec: keeps what it took, and refuses when it is told to. */
class Postbox implements MailTransport {
  readonly taken: { letter: Letter; messageId: string }[] = [];
  refusal: Error | null = null;

  send(letter: Letter, messageId: string): Promise<void> {
    if (this.refusal) return Promise.reject(this.refusal);
    this.taken.push({ letter, messageId });
    return Promise.resolve();
  }
}

describe('sending mail', () => {
  let world: World;
  let box: Postbox;
  let sender: MailSender;

  beforeAll(async () => {
    world = await openWorld();
  });

  beforeEach(() => {
    box = new Postbox();
    sender = new MailSender(world.get(Tx), world.get(Sealing), world.get(Clock), world.get(Jobs), box, world.app.get<Config>(CONFIG));
  });

  afterAll(() => world.close());

  const write = async (): Promise<{ organizationId: string; id: string }> => {
    const known = await ids();
    await world.run(world.home.system, () => world.get(Mails).write('account.invitation', { to: 'ana@example.org', subject: 'Hello', text: 'A link' }));
    const id = (await ids()).find((candidate) => !known.includes(candidate)) ?? '';
    return { organizationId: world.home.organizationId, id };
  };
  const ids = async (): Promise<string[]> => (await world.run(world.home.system, () => world.get(Tx).rows<{ id: string }>('select id from mails'))).map(({ id }) => id);
  const stateOf = async (id: string): Promise<string> => {
    const [row] = await world.run(world.home.system, () => world.get(Tx).rows<{ state: string }>('select state from mails where id = $1', [id]));
    return row?.state ?? '';
  };
  const laterBy = (minutes: number): void => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000).toISOString());

  it('hands a mail over once, under a Message-ID of its own', async () => {
    const mail = await write();
    await Promise.all([sender.send(mail), sender.send(mail)]);
    await sender.send(mail);

    expect(box.taken).toEqual([{ letter: { to: 'ana@example.org', subject: 'Hello', text: 'A link' }, messageId: expect.stringContaining(mail.id) as string }]);
    expect(await stateOf(mail.id)).toBe('sent');
  });

  it('writes nothing when what it announces is rolled back', async () => {
    const before = await ids();
    await world
      .run(world.home.system, async () => {
        await world.get(Mails).write('account.invitation', { to: 'ana@example.org', subject: 'Hello', text: 'A link' });
        throw new Error('the request failed');
      })
      .catch(() => undefined);

    expect(await ids()).toEqual(before);
  });

  it('tries again later when the server is away, and gives up after five times', async () => {
    const mail = await write();
    box.refusal = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    const states: string[] = [];
    for (const pause of [1, 5, 15, 60, 60]) {
      await sender.send(mail);
      await sender.send(mail);
      states.push(await stateOf(mail.id));
      laterBy(pause);
    }

    expect(states).toEqual(['due', 'due', 'due', 'due', 'failed']);
  });

  it('does not try again when the server will never take it', async () => {
    const mail = await write();
    box.refusal = new RefusedForGood('the mail server answered 550');
    await sender.send(mail);

    expect(await stateOf(mail.id)).toBe('failed');
  });

  it('sends what a worker that died had claimed, once the claim has run out', async () => {
    const mail = await write();
    await world.run(world.home.system, () =>
      world.get(Tx).write(`update mails set state = 'sending', attempts = 1, claimed_until = $2 where id = $1`, [mail.id, new Date(world.clock.now().getTime() + 60_000)]),
    );
    await sender.send(mail);
    expect(box.taken).toHaveLength(0);
    laterBy(1);
    await sender.send(mail);

    expect(box.taken).toHaveLength(1);
    expect(await stateOf(mail.id)).toBe('sent');
  });

  it('keeps address and text sealed', async () => {
    await write();
    const rows = await world.run(world.home.system, () => world.get(Tx).rows<{ line: string }>('select m::text as line from mails m'));

    expect(rows.map(({ line }) => line).join('\n')).not.toMatch(/ana@example|A link|Hello/);
  });
});
