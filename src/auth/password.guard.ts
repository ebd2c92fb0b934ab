import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { Request } from 'express';
import { common } from '../platform/errors/problem';
import { fieldProblems } from '../platform/http/strict-pipe';
import { SignIn } from './sessions.dto';

/** Checks the shape of the body (guards run before pipes), then lets passport sign in. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { body } = context.switchToHttp().getRequest<Request>();
    const errors = await validate(plainToInstance(SignIn, (body ?? {}) as object), { whitelist: true, forbidNonWhitelisted: true });
    if (errors.length > 0) throw common.INVALID({}, fieldProblems(errors));
    return (await super.canActivate(context)) as boolean;
  }
}
