import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Found, Outcome, Outgoing, Provider } from './provider';
import { isPublicAddress, publicLookup } from './public-address';
import { signature } from './signed-request';

const PATIENCE = 10_000;
const MOST_BYTES = 65_536;

/** What an organization sets for its gateway. */
export interface GatewaySettings {
  url: string;
  secret: string;
}

interface Reply {
  status: number;
  body: { id?: unknown; code?: unknown };
}

/**
 * A plain gateway over HTTP. `POST <url>` with `{ to, text }`, signed, our key as Idempotency-Key: 2xx with `{ id }` means taken, 4xx with
 * `{ code }` refused (`bad_address` when the number does not exist), 429 and 503 not taken now, anything else unclear.
 * `GET <url>/<key>` tells what became of it: 200 with `{ id }`, or 404 when the key never came. A gateway has to know its keys for good.
 */
export class GatewayProvider implements Provider {
  constructor(
    private readonly settings: GatewaySettings,
    private readonly now: () => Date,
    /** Only in the demo and in specs: plain HTTP to this machine. */
    private readonly mayStayInside = false,
    private readonly patience = PATIENCE,
  ) {}

  /** Hands the message over. What breaks on the way may still have arrived, so it is unclear. */
  async send({ to, text }: Outgoing, key: string): Promise<Outcome> {
    let reply: Reply;
    try {
      reply = await this.call('POST', this.settings.url, JSON.stringify({ to, text }), key);
    } catch (error) {
      const code = (error as { code?: string }).code ?? 'broken_off';
      return code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? { is: 'refused', code, forGood: false, badAddress: false } : { is: 'unclear', code };
    }
    const { status, body } = reply;
    if (status >= 200 && status < 300 && typeof body.id === 'string') return { is: 'accepted', providerId: body.id.slice(0, 200) };
    const isWord = typeof body.code === 'string' && /^[a-z0-9_]{1,40}$/.test(body.code);
    const code = isWord ? String(body.code) : `http_${status}`;
    if (status === 429 || status === 503) return { is: 'refused', code, forGood: false, badAddress: false };
    if (status >= 400 && status < 500 && status !== 408 && status !== 409) return { is: 'refused', code, forGood: true, badAddress: code === 'bad_address' };
    return { is: 'unclear', code };
  }

  /** Asks what became of a key. */
  async lookup(key: string): Promise<Found> {
    const { status, body } = await this.call('GET', `${this.settings.url.replace(/\/$/, '')}/${key}`, '', key);
    if (status === 200 && typeof body.id === 'string') return { is: 'found', providerId: body.id.slice(0, 200) };
    if (status === 404) return { is: 'not_found' };
    throw new Error(`the gateway answered ${status}`);
  }

  private call(method: string, address: string, body: string, key: string): Promise<Reply> {
    const url = new URL(address);
    if (!this.mayStayInside && (url.protocol !== 'https:' || !this.isOutside(url.hostname))) {
      return Promise.reject(Object.assign(new Error('the address of the gateway is not allowed'), { code: 'ENOTFOUND' }));
    }
    const seconds = Math.floor(this.now().getTime() / 1000);
    const headers = {
      'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), 'Idempotency-Key': key,
      'X-Posada-Timestamp': String(seconds), 'X-Posada-Signature': signature(this.settings.secret, seconds, method === 'GET' ? key : body),
    };
    return new Promise((resolve, reject) => {
      const open = url.protocol === 'https:' ? secureRequest : plainRequest;
      const request = open(url, { method, headers, signal: AbortSignal.timeout(this.patience), ...(this.mayStayInside ? {} : { lookup: publicLookup as never }) }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
          if (text.length > MOST_BYTES) request.destroy(new Error('the answer is too long'));
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: words(text) }));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** An address written as a number is checked here; a name is checked when it is resolved. */
  private isOutside(hostname: string): boolean {
    const bare = hostname.replace(/^\[|\]$/g, '');
    return isIP(bare) === 0 || isPublicAddress(bare);
  }
}

function words(text: string): Reply['body'] {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}
