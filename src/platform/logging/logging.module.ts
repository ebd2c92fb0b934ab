import { Module, type DynamicModule } from '@nestjs/common';
import type { Request } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { CONFIG, type Config } from '../config/config';

/** Structured logs with an allow-list: method, route pattern, status, time, request id; never a body, a query or a header. */
@Module({})
export class LoggingModule {
  static forRoot(): DynamicModule {
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRootAsync({
          inject: [CONFIG],
          useFactory: (config: Config) => ({
            pinoHttp: {
              level: config.LOG_LEVEL,
              quietReqLogger: true,
              autoLogging: { ignore: (request: IncomingMessage) => request.url?.startsWith('/health') ?? false },
              genReqId: (_request: IncomingMessage, response: ServerResponse) => response.getHeader('x-request-id')?.toString() ?? '',
              serializers: {
                req: (request: { method: string; raw?: Request }) => ({ method: request.method, route: routePattern(request.raw) }),
                res: (response: { statusCode: number }) => ({ status: response.statusCode }),
                err: (error: { type?: string; name?: string; code?: string }) => ({ type: error.type ?? error.name, code: error.code }),
              },
            },
          }),
        }),
      ],
    };
  }
}

/** The pattern of the route (`/api/people/:id`), so that no id and no search word is written. */
function routePattern(request: Request | undefined): string {
  const pattern: unknown = request?.route ? (request.route as { path?: unknown }).path : undefined;
  return typeof pattern === 'string' ? pattern : '(none)';
}
