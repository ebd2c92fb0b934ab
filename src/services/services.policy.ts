import type { Actor } from '../auth/actor';

/** How long somebody may undo what they logged themselves. */
export const OWN_UNDO_MINUTES = 15;

/** What is asked of a batch before it is taken back. */
export interface LoggedBatch {
  siteId: string;
  recordedBy: string | null;
  /** Minutes since it was recorded, by the clock that recorded it. */
  age: number;
}

/** Who may log, take back and look into services; lists and single records ask the same sentences. */
export const servicesPolicy = {
  /** The catalogue holds for every site, so a role for one site is not enough. */
  changesCatalogue: (actor: Actor): boolean => actor.sitesFor('catalogue.manage') === 'all',

  /** Somebody may correct the log of a site, or undo what they have just logged themselves. */
  mayReverse: (actor: Actor, { siteId, recordedBy, age }: LoggedBatch): boolean =>
    actor.can('services.reverse', siteId) || (actor.can('services.log', siteId) && recordedBy === actor.userId && age <= OWN_UNDO_MINUTES),

  /** Names are shown to those who may read people at the site. */
  seesNames: (actor: Actor, siteId: string): boolean => actor.can('people.read', siteId),
};
