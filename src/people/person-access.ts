import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import type { Action } from '../auth/permissions';
import { common } from '../platform/errors/problem';
import { PersonsRepository } from './persons.repository';

/**
 * Whom somebody may meet in their work: people who were met, travelled or stayed at a site where the actor may do the thing. Anybody
 * else does not exist for them.
 */
@Injectable()
export class PersonAccess {
  constructor(private readonly persons: PersonsRepository) {}

  /** Refuses what the actor may not do with a person, in the same words as a person who does not exist. */
  async require(actor: Actor, action: Action, personId: string): Promise<void> {
    const may = await this.askFor(actor, personId);
    if (!may(action)) throw common.NOT_FOUND();
  }

  /** A function that tells what the actor may do with a person; their sites are read once. */
  async askFor(actor: Actor, personId: string): Promise<(action: Action) => boolean> {
    const sites = await this.persons.sitesOf(personId);
    return (action) => {
      const allowed = actor.sitesFor(action);
      return allowed === 'all' || sites.some((site) => allowed.includes(site));
    };
  }

  /** Those of the persons with whom the actor may do something, in no order. */
  those(actor: Actor, action: Action, personIds: readonly string[]): Promise<string[]> {
    const sites = actor.sitesFor(action);
    if (personIds.length === 0 || (sites !== 'all' && sites.length === 0)) return Promise.resolve([]);
    return this.persons.within(personIds, sites === 'all' ? null : sites);
  }
}
