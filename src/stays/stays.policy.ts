import type { Actor } from '../auth/actor';
import { actionsOf, type StayOffer, type StayState } from './stay.lifecycle';

/** Who may do what with stays, beds and counts; the screen is offered what the endpoint allows. */
export const staysPolicy = {
  /** Somebody may see stays at a site, or the site does not exist for them. */
  mayRead: (actor: Actor, siteId: string): void => actor.require('stays.read', siteId),

  /** Somebody may give beds at a site and change stays. */
  mayBook: (actor: Actor, siteId: string): void => actor.require('stays.book', siteId),

  /** Somebody may put nights right that are over. */
  mayCorrect: (actor: Actor, siteId: string): void => actor.require('stays.correct', siteId),

  /** Names are opened for those who may read people at the site; others see the party's code. */
  seesNames: (actor: Actor, siteId: string): boolean => actor.can('people.read', siteId),

  /** What the screen offers for a stay. */
  offers: (actor: Actor, { state, siteId }: { state: StayState; siteId: string }): StayOffer[] => [
    ...(actor.can('stays.book', siteId) ? actionsOf(state) : []),
    ...(actor.can('stays.correct', siteId) && ['in_house', 'away', 'departed'].includes(state) ? (['correct'] as const) : []),
  ],
};
