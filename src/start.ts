import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { createApiApp } from './api-app';
import { DemoSignIns } from './demo/demo-sign-ins';
import { loadDemo } from './demo/load-demo';
import { readConfig, type Config } from './platform/config/config';
import { closeGently } from './platform/http/close-gently';
import { openInstallation } from './platform/local/local-installation';
import { runUntilStopped } from './platform/local/run-until-stopped';

/** What `npm start` runs: database, migrations, demo data on the first start, API, web app and workers in one process. */
process.once('disconnect', () => process.emit('SIGTERM'));
runUntilStopped(async () => {
  const wanted = readConfig({ LOG_LEVEL: 'warn', STOP_TIMEOUT_SECONDS: '3', DEMO: process.env.DATABASE_URL ? 'false' : 'true', ...process.env });
  const { config, stop: stopDatabase } = await openInstallation(wanted, say);
  try {
    const app = await createApiApp(config, { works: true });
    if (config.DEMO && (await isEmpty(app))) await loadDemo(app, { scale: 'small', print: say });
    await app.listen(config.PORT, config.HOST);
    await welcome(app, config);
    return async () => {
      say('Stopping …');
      await closeGently(app, config.STOP_TIMEOUT_SECONDS);
      await stopDatabase();
      say('Stopped. Your data are kept.');
    };
  } catch (error) {
    await stopDatabase();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new Error(`Port ${config.PORT} is in use. Choose another one: PORT=3001 npm start`) : error;
  }
});

async function isEmpty(app: NestExpressApplication): Promise<boolean> {
  const rows = await app.get(DataSource).query<unknown[]>('select 1 from sec.organization_ids() limit 1');
  return rows.length === 0;
}

async function welcome(app: NestExpressApplication, config: Config): Promise<void> {
  say(`\nPosada is ready: ${config.publicUrl}\n`);
  if (!config.DEMO) return;
  const { items, password } = await app.get(DemoSignIns, { strict: false }).list();
  if (items.length === 0) return;
  say(`Demo sign-ins (only on this machine; the password is ${password}):`);
  for (const { email, role, organization, site } of items) say(`  ${email.padEnd(34)} ${role.replace(/_/g, ' ').padEnd(27)} ${[organization, site].filter(Boolean).join(', ')}`);
  say('\nCtrl-C stops it; your data are kept.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
