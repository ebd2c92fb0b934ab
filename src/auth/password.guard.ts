import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { strictPipe } from '../platform/http/strict-pipe';
import { SignIn } from './sessions.dto';

/** Checks the shape of the body as the pipe does for every other route (guards run before pipes), then lets passport sign in. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  private readonly pipe = strictPipe();

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { body } = context.switchToHttp().getRequest<Request>();
    await this.pipe.transform(body ?? {}, { type: 'body', metatype: SignIn });
    return (await super.canActivate(context)) as boolean;
  }
}
