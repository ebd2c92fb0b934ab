import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayProvider } from './gateway-provider';
import { isPublicAddress } from './public-address';
import { isSignedBy, signature } from './signed-request';

const NOW = new Date('2026-03-02T18:00:00Z');
const secret = 'a secret of the spec';

describe('a gateway over HTTP', () => {
  let server: Server;
  let url: string;
  let calls: { method: string; path: string; key: string; body: string; isSigned: boolean }[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const key = String(request.headers['idempotency-key']);
        const signed = { timestamp: String(request.headers['x-posada-timestamp']), signature: String(request.headers['x-posada-signature']), body: request.method === 'GET' ? key : body };
        calls.push({ method: request.method ?? '', path: request.url ?? '', key, body, isSigned: isSignedBy(secret, signed, NOW) });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
  });

  beforeEach(() => {
    calls = [];
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const gateway = (): GatewayProvider => new GatewayProvider({ url, secret }, () => NOW, true, 300);
  const says = (status: number, body: object): void => {
    answer = (_request, response) => void response.writeHead(status).end(JSON.stringify(body));
  };
  const send = (): Promise<unknown> => gateway().send({ to: '+12105550143', subject: null, text: 'Please call.' }, 'key-1');

  it('is handed the message signed, under our key, with nothing in the address', async () => {
    says(201, { id: 'g-1' });

    expect(await send()).toEqual({ is: 'accepted', providerId: 'g-1' });
    expect(calls).toEqual([{ method: 'POST', path: '/sms', key: 'key-1', body: '{"to":"+12105550143","text":"Please call."}', isSigned: true }]);
  });

  it.each([
    [400, { code: 'bad_address' }, { is: 'refused', code: 'bad_address', forGood: true, badAddress: true }],
    [422, { code: 'The number +12105550143' }, { is: 'refused', code: 'http_422', forGood: true, badAddress: false }],
    [429, {}, { is: 'refused', code: 'http_429', forGood: false, badAddress: false }],
    [503, {}, { is: 'refused', code: 'http_503', forGood: false, badAddress: false }],
    [500, {}, { is: 'unclear', code: 'http_500' }],
    [302, {}, { is: 'unclear', code: 'http_302' }],
    [200, {}, { is: 'unclear', code: 'http_200' }],
  ])('that answers %i %j', async (status, body, outcome) => {
    says(status, body);

    expect(await send()).toEqual(outcome);
  });

  it('leaves it open what became of a message when it hangs or cuts the line', async () => {
    answer = () => undefined;
    expect(await send()).toMatchObject({ is: 'unclear' });
    answer = (request) => void request.socket.destroy();
    expect(await send()).toMatchObject({ is: 'unclear' });
  });

  it('tells what became of a key, and does not guess when it is broken', async () => {
    says(200, { id: 'g-1' });
    expect(await gateway().lookup('key-1')).toEqual({ is: 'found', providerId: 'g-1' });
    says(404, {});
    expect(await gateway().lookup('key-1')).toEqual({ is: 'not_found' });
    says(500, {});
    await expect(gateway().lookup('key-1')).rejects.toThrow('500');
  });

  it.each(['http://gateway.example.org/', 'https://127.0.0.1/', 'https://[::ffff:127.0.0.1]/', 'https://2130706433/', 'https://0x7f.1/', 'https://169.254.169.254/', 'https://localhost:1/', 'https://user@[::1]/'])(
    'is not called at %s outside of the demo', async (address) => {
      const outcome = await new GatewayProvider({ url: address, secret }, () => NOW).send({ to: '+1', subject: null, text: 'x' }, 'key-1');

      expect(outcome).toEqual({ is: 'refused', code: 'ENOTFOUND', forGood: false, badAddress: false });
    });
});

describe('a signature', () => {
  const at = Math.floor(NOW.getTime() / 1000);
  const signed = (seconds: number, body = 'a'): boolean => isSignedBy(secret, { timestamp: String(seconds), signature: signature(secret, seconds, body), body: 'a' }, NOW);

  it('holds for five minutes to either side', () => {
    expect([at - 300, at + 300, at - 301, at + 301].map((seconds) => signed(seconds))).toEqual([true, true, false, false]);
  });

  it('holds for its body, its secret and nothing else', () => {
    expect(signed(at, 'b')).toBe(false);
    expect(isSignedBy('another', { timestamp: String(at), signature: signature(secret, at, 'a'), body: 'a' }, NOW)).toBe(false);
    expect(isSignedBy(secret, { timestamp: undefined, signature: 'x', body: 'a' }, NOW)).toBe(false);
  });
});

describe('an address', () => {
  it.each(['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '224.0.0.1', '0.0.0.0', '::1', '::ffff:10.0.0.1', 'fe80::1', 'fd00::1', '2002:7f00:1::', 'nonsense'])(
    'is not public: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('is public: %s', (address) => expect(isPublicAddress(address)).toBe(true));
});
