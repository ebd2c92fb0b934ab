import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readConfig } from './platform/config/config';
import { refuseUnsafeRole } from './platform/database/unsafe-role';
import { runUntilStopped } from './platform/local/run-until-stopped';

/** The workers: jobs and timers, no HTTP. */
runUntilStopped(async () => {
  const app = await NestFactory.createApplicationContext(AppModule.for(readConfig(process.env), { works: true }), { bufferLogs: true });
  app.useLogger(app.get(Logger));
  await refuseUnsafeRole(app.get(DataSource));
  return () => app.close();
});
