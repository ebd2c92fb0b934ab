import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { invalid } from '../platform/errors/problem';
import { SiteDirectory } from '../sites/site-directory';
import { mayArriveOn, refusedManifestDay } from './arrival.lifecycle';
import { ArrivalsRepository } from './arrivals.repository';
import { manifestProblems } from './arrivals.errors';
import { fileNameOf, type IncomingFile } from './incoming-file';
import { ManifestDisplay } from './manifest-display';
import { ManifestLookup } from './manifest-lookup';
import { ManifestUploads } from './manifest-uploads';
import { ManifestWork } from './manifest-work';
import type { ManifestsQuery, MapColumns, UploadManifest } from './manifests.dto';
import type { ManifestPageView, ManifestReadingView, ManifestView, UploadedManifestView } from './manifest-view.dto';
import { refusedMapping } from './manifest/refused-mapping';

const USUAL_PAGE = 20;

/** Lists of people as somebody works on them: upload, columns, letting the good rows in. */
@Injectable()
export class ManifestsService {
  constructor(
    private readonly sites: SiteDirectory,
    private readonly arrivals: ArrivalsRepository,
    private readonly lookup: ManifestLookup,
    private readonly uploads: ManifestUploads,
    private readonly work: ManifestWork,
    private readonly display: ManifestDisplay,
    private readonly clock: Clock,
  ) {}

  /** Takes a file. It is read in the background; the very same file again answers the first one and changes nothing. */
  async upload(actor: Actor, body: UploadManifest, file: IncomingFile | undefined): Promise<UploadedManifestView> {
    const { timeZone } = await this.sites.siteFor(actor, 'manifests.work', body.siteId);
    if (!file) throw manifestProblems.MANIFEST_FILE_MISSING();
    const refused = refusedManifestDay(body.arrivedOn, this.clock.today(timeZone));
    if (refused) throw invalid('arrivedOn', refused);
    const arrivalId = body.arrivalId ?? null;
    if (arrivalId !== null) await this.refuseForeignArrival(actor, arrivalId, body.siteId);
    const { first, id } = await this.uploads.keep({ siteId: body.siteId, arrivalId, arrivedOn: body.arrivedOn, name: fileNameOf(file), bytes: file.buffer });
    if (first === null) await this.work.read(id, body.siteId);
    else if (first.errorCode === 'MANIFEST_READING_FAILED') await this.work.readAgain(first, null);
    return { ...(await this.display.one(actor.organizationId, id)), alreadyUploaded: first !== null };
  }

  /** The lists of a site, newest first. */
  list(actor: Actor, query: ManifestsQuery): Promise<ManifestPageView> {
    actor.require('manifests.work', query.siteId);
    return this.display.page(actor.organizationId, query.siteId, query.after ?? null, query.limit ?? USUAL_PAGE);
  }

  /** One list with how it is read. */
  async get(actor: Actor, id: string): Promise<ManifestReadingView> {
    return this.display.reading(await this.lookup.get(actor, id));
  }

  /** Says what the columns are; the rows are then read again, and what was mended or decided stays. */
  async map(actor: Actor, id: string, body: MapColumns): Promise<ManifestView> {
    const manifest = await this.lookup.forWork(actor, id);
    const refused = refusedMapping(body.columns);
    if (refused) throw manifestProblems[refused]();
    const mapping = body.columns.map(({ column, field }) => ({ column, field, confidence: 1 }));
    await this.work.readAgain(manifest, { mapping, headerRows: body.headerRows, dateOrder: body.dateOrder ?? null });
    return this.display.one(actor.organizationId, id);
  }

  /** Has the ready rows let in; the others stay. */
  async admit(actor: Actor, id: string): Promise<ManifestView> {
    const manifest = await this.lookup.forWork(actor, id);
    const { timeZone } = await this.sites.site(actor.organizationId, manifest.siteId);
    if (!mayArriveOn(manifest.arrivedOn, this.clock.today(timeZone))) throw manifestProblems.MANIFEST_NOT_YET({ arrivedOn: manifest.arrivedOn });
    await this.work.admit(actor, manifest);
    return this.display.one(actor.organizationId, id);
  }

  private async refuseForeignArrival(actor: Actor, arrivalId: string, siteId: string): Promise<void> {
    const arrival = await this.arrivals.find(actor.organizationId, arrivalId);
    if (arrival?.siteId !== siteId) throw invalid('arrivalId', 'This arrival is not announced at this site. Choose another one or none.');
  }
}
