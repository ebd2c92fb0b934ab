import { Agent, request } from 'node:http';
import { answerParent } from './child';

/** One request, ready to be sent. */
export interface Shot {
  method: 'GET' | 'POST';
  path: string;
  body?: string;
}

/** What a round brought: milliseconds of each answer, and what was not answered with success. */
export interface Round {
  latencies: number[];
  seconds: number;
  failures: Record<string, number>;
  /** Milliseconds of processor time that the answering process took. */
  cpu?: number;
}

/** Who sends. */
export interface Sender {
  port: number;
  headers: Record<string, string>;
}

/** What can be asked of the process that makes the load. */
export interface LoadQuestions {
  aim(scenario: string, shots: Shot[], cycle: boolean): void;
  fire(scenario: string, sender: Sender, connections: number, milliseconds: number): Promise<Round>;
}

interface Target {
  shots: Shot[];
  cycle: boolean;
  turn: number;
}

const targets = new Map<string, Target>();

/** Keeps `connections` busy for a while: each sends its next request when its last is answered. */
async function fire(scenario: string, sender: Sender, connections: number, milliseconds: number): Promise<Round> {
  const target = targets.get(scenario);
  if (!target) throw new Error(`no target ${scenario}`);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const round: Round = { latencies: [], seconds: 0, failures: {} };
  const began = performance.now();
  const until = began + milliseconds;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const shot = nextOf(target);
        if (!shot) return;
        const start = performance.now();
        const status = await send(agent, sender, shot);
        round.latencies.push(performance.now() - start);
        if (status >= 300) round.failures[status] = (round.failures[status] ?? 0) + 1;
      }
    }),
  );
  round.seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return round;
}

function nextOf(target: Target): Shot | undefined {
  const turn = target.turn++;
  return target.shots[target.cycle ? turn % target.shots.length : turn];
}

function send(agent: Agent, { port, headers }: Sender, { method, path, body }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } }, (answer) => {
      answer.on('data', () => undefined);
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

answerParent<LoadQuestions>({
  aim: (scenario, shots, cycle) => void targets.set(scenario, { shots, cycle, turn: 0 }),
  fire,
});
