import 'reflect-metadata';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import type { Scale } from '../src/demo/demo.model';
import { localDate } from '../src/platform/clock/clock';
import { signIn } from './api-session';
import type { ApiQuestions } from './api-process';
import { forgetBenchDatabase, forgetEarlierRuns, openBenchDatabase, type BenchDatabase } from './bench-database';
import { startChild, type Child } from './child';
import { measureExport, measureReport } from './heavy';
import type { LoadQuestions } from './load-process';
import { measure, type Stage } from './measure';
import { putNamesInClear } from './names';
import { printGrowth, printResults, type Results } from './print-results';
import { benchRows, type Scenario } from './scenario';
import { dailyFive, dashboard } from './scenarios/daily-five';
import { measureSearch } from './search-quality';

const RESULTS = join('bench', 'results');
const ASKED = 400;

/** `npm run bench`: see bench/README.md. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { scale: { type: 'string', default: 'year' }, seconds: { type: 'string', default: '9' }, only: { type: 'string' }, fresh: { type: 'boolean', default: false } },
  });
  const { scale } = values;
  if (scale !== 'small' && scale !== 'year' && scale !== 'network') throw new Error('npm run bench -- [--scale small|year|network] [--seconds 9] [--only search,report] [--fresh]');
  if (values.fresh) forgetBenchDatabase(scale);
  const database = await openBenchDatabase(scale, say);
  try {
    const results = await run(database, scale, Number(values.seconds), values.only?.split(','));
    printResults(results, say);
    const file = keep(results);
    const earlier = newest('year');
    if (scale === 'network' && earlier) printGrowth(results, earlier, say);
    say(`\nWritten to ${file}`);
  } finally {
    await database.stop();
  }
}

async function run(database: BenchDatabase, scale: Scale, seconds: number, only: string[] | undefined): Promise<Results> {
  const superuser = new Client({ connectionString: database.superuserUrl ?? database.ownerUrl });
  await superuser.connect();
  const children: Child<object>[] = [];
  const keepChild = <T extends object>(child: Child<T>): Child<T> => {
    children.push(child as unknown as Child<object>);
    return child;
  };
  try {
    say('Making the names again …');
    const { organizationId, asked, namesakes } = await putNamesInClear(superuser, scale, database.now, ASKED);
    await superuser.query("select set_config('app.organization', $1, false)", [organizationId]);
    await forgetEarlierRuns(superuser, database.loaded);
    const port = await freePort();
    const env = { ...database.env, PORT: String(port), HOST: '127.0.0.1', BENCH_NOW: String(database.now) };
    const api = keepChild(await startChild<ApiQuestions>(join(__dirname, 'api-process.js'), env));
    await wait(5_000);
    const { rss: restMemory } = await api.ask.memory();
    const load = keepChild(await startChild<LoadQuestions>(join(__dirname, 'load-process.js'), process.env, 'inherit'));
    const session = await signIn(port, 'coordinator');
    const site = session.sites[0];
    if (!site) throw new Error('the coordinator has no site');
    const today = localDate(new Date(database.now), site.timeZone);
    const data = { rows: benchRows(superuser), organizationId, siteId: site.id, today, session };
    const stage: Stage = { api, load, port, appUrl: database.env.DATABASE_URL ?? '', data, seconds };
    const results: Results = { scale, at: new Date().toISOString(), node: process.version, rows: await sizes(superuser), restMemory, scenarios: [], search: null, report: null, export: null, missing: {} };
    const attempt = async (key: string, work: () => Promise<void>): Promise<void> => {
      if (only && !only.includes(key)) return;
      say(`Measuring ${key} …`);
      await work().catch((error: Error) => {
        results.missing[key] = error.message;
      });
    };
    const scenarios: Scenario[] = [...dailyFive(asked), dashboard()];
    for (const scenario of scenarios) {
      await attempt(scenario.key, async () => {
        results.scenarios.push(await measure(stage, scenario));
      });
    }
    await attempt('sealed', async () => {
      results.search = await measureSearch(stage, asked, namesakes);
    });
    const grants = await signIn(port, 'grants');
    await attempt('report', async () => {
      const worker = keepChild(await startChild<ApiQuestions>(join(__dirname, 'api-process.js'), { ...env, BENCH_WORKER: 'true' }));
      results.report = await measureReport(stage, worker, grants).finally(() => worker.stop());
    });
    await attempt('export', async () => {
      const exportPort = await freePort();
      const fresh = keepChild(await startChild<ApiQuestions>(join(__dirname, 'api-process.js'), { ...env, PORT: String(exportPort) }));
      results.export = await measureExport({ ...stage, api: fresh, port: exportPort }, await signIn(exportPort, 'grants'));
    });
    return results;
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await superuser.end();
  }
}

async function sizes(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query<Record<string, number>>(`
    select (select count(*)::int from persons) as persons, (select count(*)::int from stays) as stays, (select count(*)::int from bed_periods) as "bed periods",
           (select count(*)::int from service_entries) as "ledger rows"`);
  return rows[0] ?? {};
}

function keep(results: Results): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${results.scale}-${results.at.replace(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return resolve(file);
}

function newest(scale: string): Results | null {
  const name = readdirSync(RESULTS).filter((file) => file.startsWith(`${scale}-`)).sort().at(-1);
  return name ? (JSON.parse(readFileSync(join(RESULTS, name), 'utf8')) as Results) : null;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port'))));
    });
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  },
);
