import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { Sealing } from '../platform/sealing/sealing.service';
import { Site } from './site.entity';
import { sitesPolicy } from './sites.policy';
import { SitesRepository } from './sites.repository';
import type { ChangeSite, CreateSite, SetCapacities } from './sites.dto';
import type { SitesPage, SiteTreeView } from './sites.views.dto';

const ADDRESS_PLACE = 'sites.address_sealed';

/** The sites of an organization: what they are, where they are, how many people they may take. */
@Injectable()
export class SitesService {
  constructor(
    private readonly tx: Tx,
    private readonly sites: SitesRepository,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The sites whose settings somebody may read. */
  async list(actor: Actor): Promise<SitesPage> {
    return { items: await this.sites.list(actor.organizationId, sitesPolicy.readable(actor), this.clock.now()), next: null };
  }

  /** A site with buildings, rooms, beds, capacities and its opened address. */
  async get(actor: Actor, id: string): Promise<SiteTreeView> {
    sitesPolicy.mayRead(actor, id);
    const site = await this.sites.find(actor.organizationId, id, this.clock.now());
    if (!site) throw common.NOT_FOUND();
    const { addressSealed, ...view } = site;
    if (addressSealed) await this.audit.record({ action: 'site.address_opened', recordType: 'site', recordId: id, siteId: id, fields: ['address'] });
    return {
      ...view,
      address: addressSealed ? (await this.sealing.organization()).open<string>(ADDRESS_PLACE, id, addressSealed) : null,
      buildings: await this.sites.tree(actor.organizationId, id),
      capacities: await this.sites.capacities(actor.organizationId, id),
      can: sitesPolicy.offers(actor, id),
    };
  }

  /**
   * Opens a new site.
   * @throws SITE_CODE_TAKEN, SITE_NEEDS_ADMINISTRATOR
   */
  async create(actor: Actor, body: CreateSite): Promise<SiteTreeView> {
    sitesPolicy.mayOpenSite(actor);
    const { address, ...plain } = body;
    const made = await this.tx.em.insert(Site, { ...plain, organizationId: actor.organizationId });
    const id = (made.identifiers[0] as { id: string }).id;
    if (address) await this.sealAddress(actor, id, address);
    await this.audit.record({ action: 'site.created', recordType: 'site', recordId: id, siteId: id, fields: Object.keys(body) });
    return this.get(actor, id);
  }

  /** Changes what is said about a site. */
  async change(actor: Actor, id: string, body: ChangeSite): Promise<SiteTreeView> {
    sitesPolicy.mayManage(actor, id);
    const { address, ...plain } = body;
    if (Object.keys(plain).length > 0) await this.tx.em.update(Site, { organizationId: actor.organizationId, id }, plain);
    if (address !== undefined) await this.sealAddress(actor, id, address);
    await this.audit.record({ action: 'site.changed', recordType: 'site', recordId: id, siteId: id, fields: Object.keys(body) });
    return this.get(actor, id);
  }

  /** Says how many people the site may take from a date on. */
  async setCapacities(actor: Actor, id: string, body: SetCapacities): Promise<SiteTreeView> {
    sitesPolicy.mayManage(actor, id);
    const { effectiveFrom, licensed = null, staffed = null, funded = null } = body;
    await this.sites.setCapacities(actor.organizationId, id, { effectiveFrom, licensed, staffed, funded }, actor.userId);
    await this.audit.record({ action: 'capacity.set', recordType: 'site', recordId: id, siteId: id, fields: ['licensed', 'staffed', 'funded'] });
    return this.get(actor, id);
  }

  private async sealAddress(actor: Actor, id: string, address: string | null): Promise<void> {
    const own = await this.sealing.organization();
    const addressSealed = address ? own.seal(ADDRESS_PLACE, id, address) : null;
    await this.tx.em.update(Site, { organizationId: actor.organizationId, id }, { addressSealed });
  }
}
