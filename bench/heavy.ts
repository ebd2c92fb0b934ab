import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { request } from 'node:http';
import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import type { ApiQuestions } from './api-process';
import type { ApiSession } from './api-session';
import type { Child } from './child';
import type { Stage } from './measure';

/** How long a report may take before the bench goes on without it. */
const MOST_MS = 180_000;

/** A quarterly report: from the request to the finished figures, beside the worker's own statements run bare. */
export interface ReportTiming {
  periodFrom: string;
  periodTo: string;
  seconds: number;
  bareSeconds: number;
  statements: number;
  workerPeak: number;
}

/** The export of the whole ledger beside `COPY … TO STDOUT` of the same rows. */
export interface ExportTiming {
  rows: number;
  bytes: number;
  seconds: number;
  copySeconds: number;
  throughputOfCopy: number;
  /** How much the API process grew while it streamed. */
  grewBy: number;
}

/** Asks for a report over a whole quarter of a program and waits until a worker has finished it. */
export async function measureReport({ appUrl, data }: Stage, worker: Child<ApiQuestions>, grants: ApiSession): Promise<ReportTiming> {
  const [period] = await data.rows<{ program_id: string; first: string; last: string }>(QUARTER, [data.organizationId, data.today]);
  if (!period) throw new Error('no quarter of a program lies in the data');
  const sites = await data.rows<{ id: string }>('select id from sites where organization_id = $1', [data.organizationId]);
  const asked = { programId: period.program_id, periodFrom: period.first, periodTo: period.last, siteIds: sites.map(({ id }) => id) };
  await worker.ask.forgetPeak();
  await worker.ask.startLog();
  const began = performance.now();
  const { id } = await grants.post<{ id: string }>('/api/report-runs', asked);
  let state = 'queued';
  while (state === 'queued' || state === 'running') {
    if (performance.now() - began > MOST_MS) throw new Error(`the report is still ${state} after ${MOST_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    state = (await grants.get<{ state: string }>(`/api/report-runs/${id}`)).state;
  }
  const seconds = (performance.now() - began) / 1000;
  const statements = (await worker.ask.stopLog()).filter(({ sql }) => /^\s*(?:with|select)/i.test(sql) && !/for update|set_config|bullmq|sec\./i.test(sql));
  if (state !== 'finished') throw new Error(`the report ended as ${state}`);
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  await client.query("select set_config('app.organization', $1, false)", [data.organizationId]);
  const start = performance.now();
  for (const { sql, parameters } of statements) await client.query(sql, parameters);
  const bareSeconds = (performance.now() - start) / 1000;
  await client.end();
  const { peak } = await worker.ask.memory();
  return { periodFrom: period.first, periodTo: period.last, seconds, bareSeconds, statements: statements.length, workerPeak: peak };
}

/** Streams the whole ledger through the API, then through COPY. */
export async function measureExport({ api, port, appUrl, data }: Stage, grants: ApiSession): Promise<ExportTiming> {
  const { rss: before } = await api.ask.memory();
  await api.ask.forgetPeak();
  await api.ask.startLog();
  const began = performance.now();
  const exported = await drain(port, grants, '/api/service-entries/export.csv');
  const seconds = (performance.now() - began) / 1000;
  const { peak } = await api.ask.memory();
  const copy = (await api.ask.stopLog()).find(({ sql }) => /^copy/i.test(sql));
  if (!copy) throw new Error('the export copies nothing');
  const start = performance.now();
  const copied = await copyOut(appUrl, data.organizationId, copy.sql);
  const copySeconds = (performance.now() - start) / 1000;
  if (copied.lines !== exported.lines) process.stdout.write(`  (the export has ${exported.lines} lines, COPY ${copied.lines})\n`);
  return { rows: exported.lines - 1, bytes: exported.bytes, seconds, copySeconds, throughputOfCopy: exported.lines / seconds / (copied.lines / copySeconds), grewBy: peak - before };
}

function drain(port: number, session: ApiSession, path: string): Promise<{ bytes: number; lines: number }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: session.headers }, (answer) => {
      const counted = counter();
      if (answer.statusCode !== 200) return reject(new Error(`the export answered ${answer.statusCode}`));
      pipeline(answer, counted.stream).then(() => resolve(counted.total), reject);
    }).on('error', reject).end();
  });
}

async function copyOut(url: string, organizationId: string, sql: string): Promise<{ bytes: number; lines: number }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.organization', $1, true), set_config('timezone', 'UTC', true)", [organizationId]);
    const counted = counter();
    await pipeline(client.query(to(sql)), counted.stream);
    await client.query('rollback');
    return counted.total;
  } finally {
    await client.end();
  }
}

function counter(): { stream: Writable; total: { bytes: number; lines: number } } {
  const total = { bytes: 0, lines: 0 };
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      total.bytes += chunk.length;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) total.lines += 1;
      done();
    },
  });
  return { stream, total };
}

/** The last whole quarter that lies in a program year and before today. */
const QUARTER = `
  select p.id as program_id, q.first::date::text as first, (q.first + interval '3 months' - interval '1 day')::date::text as last
    from programs p, generate_series(date_trunc('quarter', p.starts_on), p.ends_on, interval '3 months') as q (first)
   where p.organization_id = $1 and q.first >= p.starts_on and q.first + interval '3 months' - interval '1 day' <= least(p.ends_on, $2::date)
   order by q.first desc limit 1`;
