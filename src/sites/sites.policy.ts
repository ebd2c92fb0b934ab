import type { Actor } from '../auth/actor';
import { siteProblems } from './sites.errors';

/** Who may read and change sites; lists and single records ask the same sentences. */
export const sitesPolicy = {
  /** The sites whose rooms, beds and address somebody may read. */
  readable: (actor: Actor): 'all' | string[] => actor.sitesFor('settings.read'),

  /** Somebody may read a site's settings, or it does not exist for them. */
  mayRead: (actor: Actor, siteId: string): void => actor.require('settings.read', siteId),

  /** Somebody may change a site, its rooms, beds and capacities. */
  mayManage: (actor: Actor, siteId: string): void => actor.require('sites.manage', siteId),

  /** A new site belongs to the organization, so a role for one site is not enough. */
  mayOpenSite: (actor: Actor): void => {
    if (actor.sitesFor('sites.manage') !== 'all') throw siteProblems.SITE_NEEDS_ADMINISTRATOR();
  },

  /** What the screen offers for a site. */
  offers: (actor: Actor, siteId: string): { manage: boolean } => ({ manage: actor.can('sites.manage', siteId) }),
};
