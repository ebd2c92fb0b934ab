import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { common, type Problem } from '../platform/errors/problem';
import { manifestProblems } from './arrivals.errors';
import type { Manifest, ManifestState } from './manifest.entity';
import { ManifestsRepository } from './manifests.repository';

/** Finds the list somebody asks for; one they may not see is not there. */
@Injectable()
export class ManifestLookup {
  constructor(private readonly manifests: ManifestsRepository) {}

  /** A list to be looked at. */
  async get(actor: Actor, id: string): Promise<Manifest> {
    return mine(actor, await this.manifests.find(actor.organizationId, id));
  }

  /** A list to be worked on: nobody else changes it until this transaction ends, and no worker is at it. */
  async forWork(actor: Actor, id: string): Promise<Manifest> {
    const manifest = mine(actor, await this.manifests.lock(actor.organizationId, id));
    const refused = refusals[manifest.state];
    if (refused) throw refused();
    return manifest;
  }
}

const refusals: Record<ManifestState, (() => Problem) | null> = {
  uploaded: manifestProblems.MANIFEST_BUSY,
  reading: manifestProblems.MANIFEST_BUSY,
  admitting: manifestProblems.MANIFEST_BUSY,
  failed: manifestProblems.MANIFEST_FAILED,
  closed: manifestProblems.MANIFEST_CLOSED,
  staged: null,
};

function mine(actor: Actor, manifest: Manifest | null): Manifest {
  if (!manifest) throw common.NOT_FOUND();
  actor.require('manifests.work', manifest.siteId);
  return manifest;
}
