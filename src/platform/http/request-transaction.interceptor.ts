import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { Tx, type TxScope } from '../database/tx';
import { Idempotency } from './idempotency';
import { OWN_TRANSACTION } from './own-transaction';

const reads = new Set(['GET', 'HEAD']);

/** One request, one transaction of its actor: it is committed before the answer leaves, and rolled back when anything fails. */
@Injectable()
export class RequestTransaction implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly tx: Tx,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const own = this.reflector.getAllAndOverride<boolean | undefined>(OWN_TRANSACTION, [context.getHandler(), context.getClass()]);
    const http = context.switchToHttp();
    const request = http.getRequest<Request & { actor?: TxScope }>();
    const { actor } = request;
    if (own || !actor) return next.handle();
    return from(this.tx.run(actor, () => this.answer(request, http.getResponse<Response>(), next)));
  }

  private async answer(request: Request, response: Response, next: CallHandler): Promise<unknown> {
    const key = reads.has(request.method) ? undefined : request.get('idempotency-key');
    if (key === undefined) return firstValueFrom(next.handle(), { defaultValue: undefined });
    const stored = await this.idempotency.begin(key, request.method, request.originalUrl, request.body);
    if (stored) {
      response.status(stored.status);
      response.setHeader('Idempotent-Replayed', 'true');
      return stored.body;
    }
    const body: unknown = await firstValueFrom(next.handle(), { defaultValue: undefined });
    if (!(body instanceof StreamableFile)) await this.idempotency.keep(key, response.statusCode, body);
    return body;
  }
}
