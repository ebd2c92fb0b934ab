import { buildParty } from '../../../test/support/build-people';
import { openWorld, type World } from '../../../test/support/world';
import { ContactPoints } from '../../people/contact-points.service';
import { Tx } from '../../platform/database/tx';
import { ChannelProviders } from './channel-providers';
import { MessageSender } from './message-sender.jobs';
import { Messages, type MessageDraft } from './messages.service';
import type { Found, Outcome, Outgoing, Provider } from './providers/provider';

/** A provider of the spec: keeps each call by key, and behaves as it is told. */
class Sink implements Provider {
  readonly calls: { key: string; to: string; text: string }[] = [];
  answer: (key: string) => Outcome | Error = (key) => ({ is: 'accepted', providerId: `sink-${key}` });
  knows: (key: string) => Found | Error = (key) => (this.calls.some((call) => call.key === key) ? { is: 'found', providerId: `sink-${key}` } : { is: 'not_found' });

  send({ to, text }: Outgoing, key: string): Promise<Outcome> {
    const answer = this.answer(key);
    this.calls.push({ key, to, text });
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }

  lookup(key: string): Promise<Found> {
    const found = this.knows(key);
    return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
  }
}

describe('sending messages', () => {
  let world: World;
  let sink: Sink;
  let sender: MessageSender;
  let personId: string;
  let contactPointId: string;

  beforeAll(async () => {
    world = await openWorld();
    sender = world.get(MessageSender);
    jest.spyOn(world.get(ChannelProviders), 'open').mockImplementation(() => Promise.resolve(sink));
  });

  beforeEach(async () => {
    sink = new Sink();
    world.clock.set('2026-03-02T18:00:00Z');
    [personId = ''] = (await buildParty(world)).personIds;
    await inside(async () => {
      const [id] = await world.get(ContactPoints).write(personId, [{ channel: 'phone', value: '+12105550143', owner: 'self', safeToText: true }]);
      contactPointId = id ?? '';
      await world.get(Tx).write(`update messages set state = 'cancelled', claimed_until = null where state in ('due', 'claimed')`);
      await world.get(Tx).write(
        `insert into channels (organization_id, kind, state, per_minute) values ($1, 'sms_gateway', 'on', 1000)
         on conflict on constraint channels_one_of_a_kind do update set state = 'on', per_minute = 1000, minute_used = 0, minute_started_at = null`,
        [world.home.organizationId],
      );
    });
  });

  afterAll(() => world.close());

  const inside = <T>(work: () => Promise<T>): Promise<T> => world.run(world.home.system, work);
  const draft = (over: Partial<MessageDraft> = {}): MessageDraft =>
    ({ personId, contactPointId, channel: 'sms', kind: 'call_us', language: 'en', to: '+12105550143', text: 'Please call this number.', ...over }) as MessageDraft;
  const write = (over: Partial<MessageDraft> = {}): Promise<string> => inside(() => world.get(Messages).write(draft(over)));
  const send = (): Promise<void> => sender.send({ organizationId: world.home.organizationId });
  const recover = (): Promise<void> => sender.recover(world.home.organizationId);
  const laterBy = (seconds: number): void => world.clock.set(new Date(world.clock.now().getTime() + seconds * 1000).toISOString());
  const stateOf = async (id: string): Promise<string> => {
    const [row] = await inside(() => world.get(Tx).rows<{ line: string }>(`select concat_ws(' ', state, failed_code) as line from messages where id = $1`, [id]));
    return row?.line ?? '';
  };
  const historyOf = async (id: string): Promise<string[]> =>
    (await inside(() => world.get(Tx).rows<{ what: string }>('select what from message_events where message_id = $1 order by at, id', [id]))).map(({ what }) => what);

  it('hands a message over once under its own id, and keeps how it went', async () => {
    const id = await write();
    await send();
    laterBy(3600);
    await send();

    expect(sink.calls).toEqual([{ key: id, to: '+12105550143', text: 'Please call this number.' }]);
    expect([await stateOf(id), await historyOf(id)]).toEqual(['sent', ['written', 'claimed', 'sent']]);
  });

  it('lets one of two workers have a message', async () => {
    const ids = await Promise.all([write(), write(), write()]);
    await Promise.all([send(), send()]);

    expect(sink.calls.map(({ key }) => key).sort()).toEqual([...ids].sort());
  });

  it('writes nothing when what it is about is rolled back', async () => {
    let id = '';
    await inside(async () => {
      id = await world.get(Messages).write(draft());
      throw new Error('the request failed');
    }).catch(() => undefined);
    await send();

    expect([sink.calls, await stateOf(id)]).toEqual([[], '']);
  });

  it('waits until it is due, and does not send what came too late', async () => {
    const later = await write({ dueAt: new Date('2026-03-02T19:00:00Z'), notAfter: new Date('2026-03-02T19:20:00Z') });
    const onTime = await write({ dueAt: new Date('2026-03-02T19:00:00Z'), notAfter: new Date('2026-03-02T19:20:01Z') });
    await send();
    expect(sink.calls).toEqual([]);
    world.clock.set('2026-03-02T19:20:01Z');
    await send();

    expect(sink.calls.map(({ key }) => key)).toEqual([onTime]);
    expect([await stateOf(later), await stateOf(onTime)]).toEqual(['cancelled too_late', 'sent']);
  });

  it.each([
    ['safe_to_text = false'],
    ['do_not_contact = true, safe_to_text = false'],
    ['ended_at = now()'],
  ])('does not send to a number of which was said meanwhile: %s', async (said) => {
    const id = await write();
    await inside(() => world.get(Tx).write(`update contact_points set ${said} where id = $1`, [contactPointId]));
    await send();

    expect([sink.calls, await stateOf(id)]).toEqual([[], 'cancelled no_safe_contact']);
  });

  it('sends to nobody while the channel is off, and no more in a minute than the channel may take', async () => {
    const setChannel = (set: string): Promise<number> => inside(() => world.get(Tx).write(`update channels set ${set}`));
    await inside(() => world.get(Messages).writeMany([1, 2, 3].map(() => draft())));
    await setChannel(`state = 'off'`);
    await send();
    expect(sink.calls).toHaveLength(0);
    await setChannel(`state = 'on', per_minute = 2`);
    await send();
    await send();
    expect(sink.calls).toHaveLength(2);
    laterBy(60);
    await send();

    expect(sink.calls).toHaveLength(3);
  });

  it('tries again later what was refused for now, five times at most', async () => {
    sink.answer = () => ({ is: 'refused', code: 'busy', forGood: false, badAddress: false });
    const id = await write();
    const states: string[] = [];
    for (const minutes of [1, 5, 15, 60, 60]) {
      await send();
      await send();
      states.push(await stateOf(id));
      laterBy(minutes * 60);
    }

    expect(states).toEqual(['due busy', 'due busy', 'due busy', 'due busy', 'failed busy']);
    expect(sink.calls).toHaveLength(5);
  });

  it('does not try a number again that does not exist, and goes on with the others', async () => {
    const bad = await write();
    sink.answer = (key) => (key === bad ? { is: 'refused', code: 'bad_address', forGood: true, badAddress: true } : { is: 'accepted', providerId: 'one' });
    const good = await write();
    await send();

    expect([await stateOf(bad), await stateOf(good)]).toEqual(['failed bad_address', 'sent']);
  });

  it('goes on with the others when the seal of one is broken', async () => {
    const broken = await write();
    await inside(() => world.get(Tx).write(`update messages set body_sealed = 'nonsense' where id = $1`, [broken]));
    const good = await write();
    await send();

    expect([await stateOf(broken), await stateOf(good)]).toEqual(['cancelled unreadable', 'sent']);
  });

  describe('when the answer was lost', () => {
    let id: string;
    beforeEach(async () => {
      sink.answer = () => new Error('the connection broke');
      id = await write();
      await send();
      sink.answer = (key) => ({ is: 'accepted', providerId: `sink-${key}` });
    });

    it('asks the provider once the claim ran out, not before', async () => {
      laterBy(89);
      await recover();
      expect(await stateOf(id)).toBe('claimed');
      laterBy(1);
      await recover();
      await send();

      expect([await stateOf(id), sink.calls.length]).toEqual(['sent', 1]);
      expect(await historyOf(id)).toEqual(['written', 'claimed', 'asked', 'sent']);
    });

    it('sends it again when the provider says that it never came', async () => {
      sink.knows = () => ({ is: 'not_found' });
      laterBy(90);
      await recover();
      await send();

      expect([await stateOf(id), sink.calls.length]).toEqual(['sent', 2]);
    });

    it('leaves it to a human when the provider cannot tell', async () => {
      sink.knows = () => ({ is: 'cannot_tell' });
      laterBy(90);
      await recover();
      laterBy(86_400);
      await recover();
      await send();

      expect([await stateOf(id), sink.calls.length]).toEqual(['unknown provider_cannot_tell', 1]);
    });

    it('asks again while the provider does not answer, and then a human', async () => {
      sink.knows = () => new Error('away');
      for (let asked = 0; asked < 9; asked += 1) {
        laterBy(90);
        await recover();
      }
      expect(await stateOf(id)).toBe('claimed');
      laterBy(90);
      await recover();

      expect([await stateOf(id), sink.calls.length]).toEqual(['unknown provider_cannot_tell', 1]);
    });

    it('asks once when two workers find the same claim', async () => {
      laterBy(90);
      await Promise.all([recover(), recover()]);

      expect(await historyOf(id)).toEqual(['written', 'claimed', 'asked', 'sent']);
    });
  });

  it('keeps address and words sealed, and takes them away after 30 days', async () => {
    const id = await write();
    const line = async (): Promise<string> => (await inside(() => world.get(Tx).rows<{ line: string }>('select m::text as line from messages m where id = $1', [id])))[0]?.line ?? '';
    expect(await line()).not.toMatch(/5550143|Please call/);
    await send();
    laterBy(30 * 86_400);
    await sender.sweep();
    expect(await line()).toMatch(/\\x/);
    laterBy(1);
    await sender.sweep();

    expect([await stateOf(id), (await line()).includes('\\x')]).toEqual(['sent', false]);
  });

  it('shows and sends nothing of another organization', async () => {
    await write();
    await sender.send({ organizationId: world.elsewhere.organizationId });

    expect(sink.calls).toEqual([]);
    expect(await world.run(world.elsewhere.system, () => world.get(Tx).rows('select id from messages'))).toEqual([]);
  });
});
