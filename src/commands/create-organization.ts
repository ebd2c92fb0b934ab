import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { isEmail } from 'class-validator';
import { AppModule } from '../app.module';
import { readConfig } from '../platform/config/config';
import { problemOf } from '../platform/errors/constraints';
import { openInstallation } from '../platform/local/local-installation';
import { foundOrganization, type Founding } from './found-organization';

const USAGE = 'npm run organization:create -- --name "Casa Ejemplo" --code casa-ejemplo --admin-email ana@example.org --admin-name "Ana Ejemplo" [--language en|es]';

/** `npm run organization:create`: makes an organization with its first administrator and prints the link with which she chooses her password. */
async function main(): Promise<void> {
  const founding = readFounding();
  const { config, stop } = await openInstallation(readConfig({ LOG_LEVEL: 'warn', ...process.env }), say);
  try {
    const app = await NestFactory.createApplicationContext(AppModule.for(config, { works: false }), { logger: ['warn', 'error'] });
    try {
      const { link, linkHours } = await foundOrganization(app, founding);
      say(`${founding.name} is there. Give this link to ${founding.adminName}; it works once and for ${linkHours} hours:\n${link}`);
    } finally {
      await app.close();
    }
  } finally {
    await stop();
  }
}

function readFounding(): Founding {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { name: text, code: text, language: { type: 'string', default: 'en' }, 'admin-email': text, 'admin-name': text } });
  const { name, code, language, 'admin-email': adminEmail, 'admin-name': adminName } = values;
  if (!name || !adminName || !code || !adminEmail) throw new Error(USAGE);
  if (!/^[a-z0-9-]{2,40}$/.test(code)) throw new Error('--code: small letters, digits and hyphens, 2 to 40 of them.');
  if (!isEmail(adminEmail)) throw new Error('--admin-email: not a mail address.');
  if (language !== 'en' && language !== 'es') throw new Error('--language: en or es.');
  return { name, code, language, adminEmail, adminName };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${problemOf(error)?.message ?? error.message}\n`);
  process.exitCode = 1;
});
