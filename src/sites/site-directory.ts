import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import type { Action } from '../auth/permissions';
import { common } from '../platform/errors/problem';
import { SitesRepository, type SiteFacts } from './sites.repository';
import type { CapacityView } from './sites.views.dto';

/** What the rooms below ask about a site. */
@Injectable()
export class SiteDirectory {
  constructor(private readonly sites: SitesRepository) {}

  /** The site at which somebody wants to do something; refused like a site that does not exist when they may not. */
  async siteFor(actor: Actor, action: Action, siteId: string): Promise<SiteFacts> {
    actor.require(action, siteId);
    return this.site(actor.organizationId, siteId);
  }

  /** A site of the organization. */
  async site(organizationId: string, siteId: string): Promise<SiteFacts> {
    const site = await this.sites.facts(organizationId, siteId);
    if (!site) throw common.NOT_FOUND();
    return site;
  }

  /** Licensed, staffed and funded capacity in force on a date; null when nothing was said. */
  capacitiesOn(organizationId: string, siteId: string, date: string): Promise<CapacityView | null> {
    return this.sites.capacitiesOn(organizationId, siteId, date);
  }
}
