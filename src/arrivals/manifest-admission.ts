import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Tx, type TxScope } from '../platform/database/tx';
import { ArrivalOfManifest } from './arrival-of-manifest';
import { ManifestRowAdmitter } from './manifest-row-admitter';
import { ManifestRowsRepository } from './manifest-rows.repository';
import type { Manifest } from './manifest.entity';
import { ManifestsRepository } from './manifests.repository';

const PART = 50;
const MOST_TRIES = 5;

/** An admission that this worker is at: fenced by its attempt, and how many rows were ready when it began. */
interface Admission {
  manifest: Manifest;
  attempt: number;
  tries: number;
  scope: TxScope;
  total: number;
}

/**
 * Lets the ready rows of a list in, in the name of whoever asked. Every part is one transaction in which people, parties and the
 * state of their rows are written together; a worker that was killed is replaced by another, which goes on with what is still ready.
 */
@Injectable()
export class ManifestAdmission {
  private readonly log = new Logger(ManifestAdmission.name);

  constructor(
    private readonly tx: Tx,
    private readonly manifests: ManifestsRepository,
    private readonly rows: ManifestRowsRepository,
    private readonly admitter: ManifestRowAdmitter,
    private readonly arrival: ArrivalOfManifest,
    private readonly clock: Clock,
  ) {}

  /** Admits from one list, unless another worker is at it. */
  async admit(organizationId: string, id: string): Promise<void> {
    const admission = await this.tx.run({ organizationId, userId: null }, () => this.begin(organizationId, id));
    if (admission === null) return;
    try {
      let done = 0;
      for (;;) {
        const admitted = await this.tx.run(admission.scope, () => this.part(admission, done));
        if (admitted === null) return;
        done += admitted;
        if (admitted === 0) break;
      }
      await this.tx.run(admission.scope, () => this.end(admission, null));
    } catch (error) {
      await this.tx.run(admission.scope, () => this.stop(admission)).catch(() => undefined);
      throw error;
    }
  }

  private async begin(organizationId: string, id: string): Promise<Admission | null> {
    const claim = await this.manifests.claim(organizationId, id, 'admitting', 'admitting');
    if (claim === null) return null;
    const manifest = await this.manifests.get(organizationId, id);
    const total = (await this.manifests.counts(organizationId, [id])).get(id)?.ready ?? 0;
    return { manifest, ...claim, scope: { organizationId, userId: manifest.admittedBy }, total };
  }

  /** How many rows a part took care of; null when another worker has taken over. */
  private async part({ manifest, attempt, total }: Admission, done: number): Promise<number | null> {
    const { organizationId, id } = manifest;
    const before = Math.max(0, manifest.rowsTotal - total);
    if (!(await this.manifests.progress(organizationId, id, attempt, before + done, Math.max(manifest.rowsTotal, total)))) return null;
    const ready = await this.rows.ready(organizationId, id, PART);
    if (ready.length > 0) await this.admitter.admit(manifest, ready);
    return ready.length;
  }

  private async end({ manifest, attempt }: Admission, errorCode: string | null): Promise<void> {
    const { organizationId, id } = manifest;
    const ended = await this.manifests.endAdmission(organizationId, id, attempt, this.clock.now(), errorCode);
    if (ended) await this.arrival.came(manifest);
  }

  /** After a fault the next worker goes on at once; when several were lost over it, somebody has to ask again. */
  private async stop(admission: Admission): Promise<void> {
    const { manifest, attempt, tries } = admission;
    this.log.warn({ manifestId: manifest.id, tries }, 'an admission was interrupted');
    if (tries >= MOST_TRIES) await this.end(admission, 'MANIFEST_ADMISSION_STOPPED');
    else await this.manifests.letGo(manifest.organizationId, manifest.id, attempt);
  }
}
