import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { brokenConstraint } from '../platform/errors/constraints';
import { Sealing } from '../platform/sealing/sealing.service';
import type { Manifest } from './manifest.entity';
import { ManifestVault } from './manifest-vault';
import { ManifestsRepository } from './manifests.repository';
import { formatOf } from './manifest/read-sheet';

/** A file as somebody uploads it. */
export interface UploadedFile {
  siteId: string;
  arrivalId: string | null;
  arrivedOn: string;
  name: string;
  bytes: Buffer;
}

/** Keeps uploaded files, sealed, the same file once. */
@Injectable()
export class ManifestUploads {
  constructor(
    private readonly tx: Tx,
    private readonly manifests: ManifestsRepository,
    private readonly vault: ManifestVault,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file to be read. When the site has the very same file, nothing is written and the first one is answered; the
   * database decides between two that come at once. Throws one of `fileProblems` when its first bytes are not of a list.
   */
  async keep(file: UploadedFile): Promise<{ id: string; first: Manifest | null }> {
    const format = formatOf(file.bytes);
    const { organizationId, userId } = this.tx.scope;
    const fingerprint = await this.sealing.fingerprint('manifests.file', createHash('sha256').update(file.bytes).digest('hex'));
    const id = await this.manifests.newId();
    try {
      await this.tx.attempt(async () => {
        const open = await this.vault.create(id);
        await this.manifests.insert({
          id, organizationId, siteId: file.siteId, arrivalId: file.arrivalId, fingerprint, fileNameSealed: open.sealFileName(file.name),
          fileSealed: open.sealFile(file.bytes), format, arrivedOn: file.arrivedOn, uploadedAt: this.clock.now(), uploadedBy: userId,
        });
      });
      return { id, first: null };
    } catch (error) {
      const first = brokenConstraint(error) === 'manifests_same_file_once' ? await this.manifests.ofFile(organizationId, file.siteId, fingerprint) : null;
      if (!first) throw error;
      return { id: first.id, first };
    }
  }
}
