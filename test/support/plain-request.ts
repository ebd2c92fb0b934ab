import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { csrfToken } from '../../src/auth/session-cookie';

/** What came back: the status, the type and (of a stream: the beginning of) the body. */
export interface PlainAnswer {
  status: number;
  type: string;
  text: string;
}

/** What is sent. A body that is a text or bytes goes out as it is, anything else as JSON. */
export interface PlainRequest {
  method: string;
  /** Path and query, encoded. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends requests to a listening application without a library in between that would mend them. */
export interface PlainClient {
  send(request: PlainRequest, sessionToken: string | null): Promise<PlainAnswer>;
  close(): void;
}

const ORIGIN = 'http://127.0.0.1:3000';
/** A stream (progress) has no end: what came until then is the answer. */
const STREAM_MILLISECONDS = 150;

/** Lets an application listen on a free port and gives a client for it. */
export async function openPlainClient(app: NestExpressApplication): Promise<PlainClient> {
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  return {
    send: (asked, token) => sendTo(port, agent, asked, token),
    close: () => agent.destroy(),
  };
}

function sendTo(port: number, agent: Agent, { method, path, body, headers = {} }: PlainRequest, token: string | null): Promise<PlainAnswer> {
  const content = body === undefined ? undefined : typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const dressed: Record<string, string> = {
    Origin: ORIGIN,
    ...(token ? { Cookie: `posada=${token}`, 'X-CSRF-Token': csrfToken(token) } : {}),
    ...(content === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(content)) }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, agent, method, path, headers: dressed }, (response) => {
      const parts: Buffer[] = [];
      const type = response.headers['content-type'] ?? '';
      const answer = (): void => resolve({ status: response.statusCode ?? 0, type, text: Buffer.concat(parts).toString('utf8') });
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', answer);
      response.on('error', answer);
      if (type.startsWith('text/event-stream')) setTimeout(() => { answer(); response.destroy(); }, STREAM_MILLISECONDS);
    });
    call.on('error', reject);
    call.end(content);
  });
}
