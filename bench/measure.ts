import { Client } from 'pg';
import type { ApiQuestions } from './api-process';
import type { ApiSession } from './api-session';
import type { Child } from './child';
import { figuresOf, type Figures } from './figures';
import type { LoadQuestions, Round, Shot } from './load-process';
import type { BenchData, Scenario } from './scenario';
import { replay, traceOf, idsIn, type Trace } from './trace';

/** The numbers of a scenario: the route, the floor at the same connections, the bare statements on one connection. */
export interface Measured {
  key: string;
  title: string;
  daily: boolean;
  statements: number;
  bare: Figures;
  /** Where the time of the bare statements goes, the slowest first: milliseconds in one request. */
  slowest: { sql: string; milliseconds: number }[];
  at: { connections: number; api: Figures; floor: Figures; throughputOfFloor: number; p99OfFloor: number }[];
  memory: { before: number; peak: number };
}

/** The processes and connections that measuring takes. */
export interface Stage {
  api: Child<ApiQuestions>;
  load: Child<LoadQuestions>;
  port: number;
  appUrl: string;
  data: BenchData;
  seconds: number;
}

const CONNECTIONS = [1, 16];
const ROUNDS = 3;
const MOST_WRITING_TRACES = 40;
/** More requests than a route answers in all rounds together. */
const MOST_WRITES = 24_000;
/** The floor writes on dates that no request of the route reaches. */
const FLOOR_DAYS = 20_000;
const BARE_DAYS = 40_000;

/** Measures a scenario: writes down what the route runs, then lets route and floor take turns, then runs the statements bare. */
export async function measure(stage: Stage, scenario: Scenario): Promise<Measured> {
  const { api, load, data, seconds } = stage;
  const prepared = await scenario.prepare(data, scenario.writes ? MOST_WRITES : 200);
  const { shots } = prepared;
  // What reads is traced whole, so that route and floor ask the same questions; what writes is traced in part, because a trace cannot be sent again.
  const traced = scenario.writes ? Math.min(prepared.variants, MOST_WRITING_TRACES) : shots.length;
  const traces: Trace[] = [];
  for (const shot of shots.slice(0, traced)) traces.push(await trace(stage, scenario, shot, prepared.dates));
  await api.ask.floor(scenario.key, traces, FLOOR_DAYS);
  await load.ask.aim('api', shots.slice(scenario.writes ? traced : 0), !scenario.writes);
  await load.ask.aim('floor', [{ method: 'POST', path: `/api/bench-floor/${scenario.key}`, body: '{"once":1}' }], true);
  const { rss: before } = await api.ask.memory();
  await api.ask.forgetPeak();
  const at: Measured['at'] = [];
  for (const connections of CONNECTIONS) {
    const rounds: Record<'api' | 'floor', Round[]> = { api: [], floor: [] };
    for (const target of ['api', 'floor'] as const) await fire(stage, target, connections, 700);
    for (let round = 0; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? (['api', 'floor'] as const) : (['floor', 'api'] as const);
      for (const target of order) rounds[target].push(await fire(stage, target, connections, (seconds * 1000) / ROUNDS));
    }
    const [route, floor] = [figuresOf(rounds.api), figuresOf(rounds.floor)];
    at.push({ connections, api: route, floor, throughputOfFloor: route.perSecond / floor.perSecond, p99OfFloor: route.p99 / floor.p99 });
  }
  const { peak } = await api.ask.memory();
  const { bare, slowest } = await runBare(stage, traces, seconds);
  const { key, title, daily } = scenario;
  return { key, title, daily, statements: Math.round(traces.reduce((sum, { statements }) => sum + statements.length, 0) / Math.max(1, traces.length)), bare, slowest, at, memory: { before, peak } };
}

/** One round of a target, with the processor time that it took. */
export async function fire({ api, load, port, data }: Stage, target: string, connections: number, milliseconds: number): Promise<Round> {
  const before = await api.ask.cpu();
  const round = await load.ask.fire(target, { port, headers: data.session.headers }, connections, milliseconds);
  return { ...round, cpu: (await api.ask.cpu()) - before };
}

/** Sends one request and writes down what it ran. */
async function trace({ api, data }: Stage, scenario: Scenario, shot: Shot, dates: string[]): Promise<Trace> {
  await api.ask.startLog();
  const answer = await send(data.session, shot);
  const statements = await api.ask.stopLog();
  return traceOf(statements, answer, [...data.session.ids, ...idsIn(shot), data.organizationId, data.siteId], dates, scenario.writes);
}

async function send(session: ApiSession, { method, path, body }: Shot): Promise<object> {
  return method === 'GET' ? session.get(path) : session.post(path, JSON.parse(body ?? '{}') as object);
}

/** The same statements in the same kind of transaction on one connection, without anything around them. */
async function runBare({ appUrl, data }: Stage, traces: Trace[], seconds: number): Promise<Pick<Measured, 'bare' | 'slowest'>> {
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  const latencies: number[] = [];
  const spent = new Map<string, number>();
  const run = async (sql: string, parameters: unknown[]): Promise<object[]> => {
    const start = performance.now();
    const { rows } = await client.query(sql, parameters);
    spent.set(sql, (spent.get(sql) ?? 0) + performance.now() - start);
    return rows as object[];
  };
  const began = performance.now();
  try {
    for (let turn = 0; performance.now() - began < seconds * 1000; turn++) {
      const start = performance.now();
      await client.query('begin');
      await client.query("select set_config('app.organization', $1, true), set_config('app.user', $2, true)", [data.organizationId, data.session.ids[0]]);
      const days = BARE_DAYS + Math.floor(turn / traces.length);
      await replay(traces[turn % traces.length] as Trace, days, run);
      await client.query('commit');
      latencies.push(performance.now() - start);
    }
  } finally {
    await client.end();
  }
  const bare = figuresOf([{ latencies, seconds: (performance.now() - began) / 1000, failures: {} }]);
  const slowest = [...spent].map(([sql, total]) => ({ sql: sql.replace(/\s+/g, ' ').trim(), milliseconds: total / latencies.length }));
  return { bare, slowest: slowest.sort((one, other) => other.milliseconds - one.milliseconds) };
}
