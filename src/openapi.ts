import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Config } from './platform/config/config';

/** The description of the API, made from the controllers and their shapes. */
export function openApiDocument(app: NestExpressApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Posada')
    .setDescription('Shelter and reception case management. Errors are application/problem+json; writes take an Idempotency-Key and X-CSRF-Token.')
    .setVersion('1')
    .addCookieAuth('posada')
    .build();
  return SwaggerModule.createDocument(app, description, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}` });
}

/** Serves the description at /api/openapi.json; the page to try it out exists only outside of production. */
export function mountOpenApi(app: NestExpressApplication, config: Config): void {
  if (config.NODE_ENV !== 'production') {
    // The page comes from a library that styles and starts itself inside the page; it shows the description and no data.
    app.use('/api/docs', (_request: Request, response: Response, next: NextFunction) => {
      response.setHeader('Content-Security-Policy', "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");
      next();
    });
  }
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    ui: config.NODE_ENV !== 'production',
    raw: ['json'],
  });
}

/** The description as it is committed and compared. */
export function openApiText(app: NestExpressApplication): string {
  return `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
}
