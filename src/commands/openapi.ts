import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module';
import { openApiText } from '../openapi';
import { readConfig } from '../platform/config/config';

/** Writes the description of the API to docs/openapi.json, from the controllers alone: nothing is started. */
async function writeOpenApi(): Promise<void> {
  const config = readConfig({ DATABASE_URL: 'postgres://nowhere', DEMO: 'true' });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config, { works: false }), { preview: true, logger: false, abortOnError: false });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  writeFileSync('docs/openapi.json', openApiText(app));
}

writeOpenApi().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
