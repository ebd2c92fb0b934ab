import { ApiProblem } from './problem';
import { onSessionEnded, rememberCsrfToken, send } from './send';

const address = 'http://posada.test/api/stays';
const problem = (status: number, code: string) => new Response(JSON.stringify({ title: 'Sentence.', status, code }), { status });
const booking = (bed = 1) => new Request(address, { method: 'POST', body: JSON.stringify({ bed }), headers: { 'Content-Type': 'application/json' } });

describe('sending a call', () => {
  const sent: Request[] = [];
  const answers: (Response | Error)[] = [];
  const keys = () => sent.map((request) => request.headers.get('Idempotency-Key'));
  const browserFetch = globalThis.fetch;

  beforeEach(() => {
    sent.length = 0;
    answers.length = 0;
    globalThis.fetch = (request) => {
      sent.push(request as Request);
      const answer = answers.shift() ?? new Response('{}');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
    jest.useFakeTimers({ advanceTimers: 20 });
    rememberCsrfToken({ csrfToken: 'first' });
    onSessionEnded(null);
  });
  afterEach(() => {
    jest.useRealTimers();
    globalThis.fetch = browserFetch;
  });

  it('repeats a write once with the same key when the server is not available', async () => {
    answers.push(problem(503, 'UNAVAILABLE'));

    await send(booking());

    expect(sent).toHaveLength(2);
    expect(new Set(keys()).size).toBe(1);
    expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('uses the same key again when the person presses again after the network failed, and a new one after an answer', async () => {
    answers.push(new TypeError('Failed to fetch'), new TypeError('Failed to fetch'));

    await expect(send(booking(7))).rejects.toMatchObject({ code: 'NETWORK' });
    await send(booking(7));
    await send(booking(7));

    const [first, second, third, fourth] = keys();
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });

  it('throws what was refused, with its code and fields', async () => {
    answers.push(new Response(JSON.stringify({ title: 'No.', status: 400, code: 'INVALID', errors: [{ field: 'bed', message: 'Choose a bed.' }] }), { status: 400 }));

    const refusal = await send(booking()).catch((thrown: unknown) => thrown);

    expect(refusal).toBeInstanceOf(ApiProblem);
    expect((refusal as ApiProblem).byField()).toEqual({ bed: 'Choose a bed.' });
  });

  it('asks once for a new sign-in when two calls find the session ended, and repeats both with the new token', async () => {
    answers.push(problem(401, 'SESSION_ENDED'), problem(401, 'SESSION_ENDED'));
    const ask = jest.fn(async () => {
      rememberCsrfToken({ csrfToken: 'second' });
      return true;
    });
    onSessionEnded(ask);

    await Promise.all([send(booking(1)), send(booking(2))]);

    expect(ask).toHaveBeenCalledTimes(1);
    expect(sent.map((request) => request.headers.get('X-CSRF-Token'))).toEqual(['first', 'first', 'second', 'second']);
    expect(new Set(keys()).size).toBe(2);
  });

  it('does not ask for a sign-in when the call says never', async () => {
    answers.push(problem(401, 'SIGN_IN_NEEDED'));
    const ask = jest.fn(async () => true);
    onSessionEnded(ask);

    await expect(send(new Request(address), { signIn: 'never' })).rejects.toMatchObject({ status: 401 });

    expect(ask).not.toHaveBeenCalled();
  });
});
