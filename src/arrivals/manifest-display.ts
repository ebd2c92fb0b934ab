import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Manifest } from './manifest.entity';
import { ManifestVault } from './manifest-vault';
import { ManifestsRepository } from './manifests.repository';
import { type ManifestPageView, type ManifestProgressView, type ManifestReadingView, type ManifestView, toManifestView, toProgressView, toReadingView } from './manifest-view.dto';

/** Opens lists for the screen. Whoever calls has made sure that the actor may see them. */
@Injectable()
export class ManifestDisplay {
  constructor(
    private readonly manifests: ManifestsRepository,
    private readonly vault: ManifestVault,
    private readonly audit: Audit,
  ) {}

  /** The lists of a site, newest first. */
  async page(organizationId: string, siteId: string, after: string | null, limit: number): Promise<ManifestPageView> {
    const found = await this.manifests.page(organizationId, siteId, after, limit + 1);
    const items = found.slice(0, limit);
    const names = await this.vault.fileNames(items);
    const counts = await this.manifests.counts(organizationId, items.map(({ id }) => id));
    return {
      items: items.map((manifest) => toManifestView(manifest, names.get(manifest.id) ?? '', counts.get(manifest.id))),
      next: found.length > limit ? (items[items.length - 1]?.id ?? null) : null,
    };
  }

  /** One list as it stands now. */
  async one(organizationId: string, id: string): Promise<ManifestView> {
    const manifest = await this.manifests.get(organizationId, id);
    return toManifestView(manifest, (await this.vault.fileNames([manifest])).get(id) ?? '', await this.countsOf(manifest));
  }

  /** One list with its columns and some of their cells, which name people: so it is written down that they were opened. */
  async reading(manifest: Manifest): Promise<ManifestReadingView> {
    const { id, siteId } = manifest;
    const view = toManifestView(manifest, (await this.vault.fileNames([manifest])).get(id) ?? '', await this.countsOf(manifest));
    if (manifest.destroyedAt !== null || manifest.columnsSealed === null) return toReadingView(manifest, view, { labels: [], samples: [] });
    await this.audit.record({ action: 'manifest.rows_opened', recordType: 'manifest', recordId: id, siteId, fields: ['columns'] });
    return toReadingView(manifest, view, (await this.vault.open(id)).openColumns(manifest.columnsSealed));
  }

  /** How far the workers are with a list. */
  async progress(manifest: Manifest): Promise<ManifestProgressView> {
    return toProgressView(manifest, await this.countsOf(manifest));
  }

  private async countsOf({ organizationId, id }: Manifest): Promise<ManifestView['counts'] | undefined> {
    return (await this.manifests.counts(organizationId, [id])).get(id);
  }
}
