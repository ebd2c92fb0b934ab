import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { AppModule, type ProcessRole } from './app.module';
import type { Config } from './platform/config/config';
import { refuseUnsafeRole } from './platform/database/unsafe-role';
import { cleanInput } from './platform/http/clean-input';
import { requestContextMiddleware } from './platform/http/request-context';
import { strictPipe } from './platform/http/strict-pipe';
import { serveWebApp } from './platform/http/web-app';
import { mountOpenApi } from './openapi';

/** Builds the HTTP application: headers, strict input, problem answers, the API under /api and the web app beside it. */
export async function createApiApp(config: Config, role: ProcessRole): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config, role), { bufferLogs: true, bodyParser: false });
  app.useLogger(app.get(Logger));
  await refuseUnsafeRole(app.get(DataSource));
  configureApiApp(app, config);
  return app;
}

/** Everything between the socket and the controllers; the specs use the same. */
export function configureApiApp(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  // Answers are never kept (no-store), so there is nothing to compare a fingerprint with.
  app.disable('etag');
  app.set('trust proxy', config.TRUSTED_PROXIES);
  app.use(requestContextMiddleware);
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], sandbox: [] } },
      crossOriginEmbedderPolicy: true,
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: config.publicUrl.startsWith('https://') ? { maxAge: 31_536_000 } : false,
    }),
  );
  serveWebApp(app.getHttpAdapter().getInstance(), join(process.cwd(), 'web', 'dist'));
  app.use('/api', (_request: unknown, response: { setHeader(name: string, value: string): void }, next: () => void) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.useBodyParser('json', { limit: '1mb', strict: true });
  app.use(cleanInput);
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.useGlobalPipes(strictPipe());
  mountOpenApi(app, config);
}
