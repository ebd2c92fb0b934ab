import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { ActorRequest } from '../auth/actor';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { ManifestLookup } from './manifest-lookup';

/** Refuses a stream of events before it begins: once its headers are sent, nobody can be told any more that there is nothing. */
@Injectable()
export class MayFollowManifest implements CanActivate {
  constructor(
    private readonly tx: Tx,
    private readonly lookup: ManifestLookup,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { actor, params } = context.switchToHttp().getRequest<ActorRequest>();
    const id = params.id;
    if (!actor || !isUUID(id)) throw common.NOT_FOUND();
    await this.tx.run(actor, () => this.lookup.get(actor, String(id)));
    return true;
  }
}
