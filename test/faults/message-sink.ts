import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A gateway of the fault lane: counts what it took by key, without ever hiding that something came twice. */
export interface MessageSink {
  url: string;
  /** How often each key was taken: what a phone would have shown. */
  taken: Map<string, number>;
  /** Messages taken so far. */
  total(): number;
  close(): Promise<void>;
}

/** Out of a hundred messages so many are taken without saying so: an error after taking it, or the connection cut. */
const ERRORS = 5;
const CUTS = 5;
const SLOWEST_MS = 60;

/** Opens a sink on a free port. `random` says how long each call takes and which go wrong. */
export async function openMessageSink(random: () => number): Promise<MessageSink> {
  const taken = new Map<string, number>();
  const server: Server = createServer((request, response) => void answer(request, response, taken, random).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    taken,
    total: () => [...taken.values()].reduce((sum, count) => sum + count, 0),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, taken: Map<string, number>, random: () => number): Promise<void> {
  for await (const part of request) void part;
  if (request.method === 'GET') {
    const key = request.url?.split('/').pop() ?? '';
    response.writeHead(taken.has(key) ? 200 : 404).end(JSON.stringify({ id: `sink-${key}` }));
    return;
  }
  const key = String(request.headers['idempotency-key']);
  taken.set(key, (taken.get(key) ?? 0) + 1);
  await wait(random() * SLOWEST_MS);
  const luck = random() * 100;
  if (luck < ERRORS) response.writeHead(500).end('{}');
  else if (luck < ERRORS + CUTS) request.socket.destroy();
  else response.writeHead(201).end(JSON.stringify({ id: `sink-${key}` }));
}
