import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import { Sealing } from '../../platform/sealing/sealing.service';
import { IDENTITY_PLACE, type Identity } from '../identity';
import { ALIKE, type Most, searchPlan, SOUNDING, type Wanted } from './name-plan';
import { readQuery } from './name-query';
import { GOOD_SCORE, LEAST_SCORE, nameRanker } from './name-rank';
import { personTokens } from './name-tokens';

/** A person that answers a search, with the identity that was opened to find out. */
export interface PersonFound {
  readonly id: string;
  readonly score: number;
  readonly identity: Identity;
}

/**
 * Ids of candidates come from `sec.person_candidates`; what is read of them, through the row level security of the organization,
 * one by one by their keys however much the tables have grown since they were analyzed.
 */
export const CANDIDATES = `
  select candidate.id, person.sealed, data_key.wrapped_key
  from sec.person_candidates($2::integer[], $3::integer, $4::integer, $5::uuid[], $6::uuid[]) candidate (id)
  cross join lateral (select sealed from persons where organization_id = $1 and id = candidate.id limit 1) person
  cross join lateral (select wrapped_key from data_keys where organization_id = $1 and id = candidate.id limit 1) data_key`;

/** Finds people by name although names are sealed: keyed tokens give candidates, their opened names are compared with the query. */
@Injectable()
export class PersonSearch {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
  ) {}

  /** The tokens to store in `persons.search_tokens` for an identity; to be written again whenever the identity changes. */
  async tokensOf(identity: Identity): Promise<number[]> {
    return personTokens(identity, await this.sealing.tokenizer());
  }

  /** The people of some sites (of all, with null) whose names (and birth date, if the text has one) answer the text, best first. */
  async find(text: string, sites: readonly string[] | null, most = 20): Promise<PersonFound[]> {
    const query = readQuery(text);
    const plan = searchPlan(query, await this.sealing.tokenizer());
    const rank = nameRanker(query);
    const found = new Map<string, PersonFound>();
    const look = async (wanted: Wanted[], limit: Most): Promise<void> => {
      for (const { id, identity } of await this.candidates(wanted, limit, [...found.keys()], sites)) found.set(id, { id, identity, score: rank(identity) });
    };

    await look(plan.strict, SOUNDING);
    const good = [...found.values()].filter(({ score }) => score >= GOOD_SCORE).length;
    if (good < most) await look(plan.broad, ALIKE);
    return [...found.values()]
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
      .slice(0, most);
  }

  private async candidates(wanted: Wanted[], most: Most, known: string[], sites: readonly string[] | null): Promise<{ id: string; identity: Identity }[]> {
    if (wanted.length === 0) return [];
    const { organizationId } = this.tx.scope;
    const parameters = [organizationId, rectangular(wanted), most.inAll, most.each, known, sites];
    const rows = await this.tx.rows<{ id: string; sealed: Buffer; wrapped_key: Buffer }>(CANDIDATES, parameters);
    const keys = await this.sealing.unwrap(rows.map((row) => ({ id: row.id, wrappedKey: row.wrapped_key })));
    return rows.flatMap(({ id, sealed }) => {
      const key = keys.get(id);
      return key ? [{ id, identity: key.openShared<Identity>(IDENTITY_PLACE, id, sealed) }] : [];
    });
  }
}

/** PostgreSQL's arrays of arrays are rectangular: shorter lists repeat their last token, which asks for nothing more. */
function rectangular(wanted: Wanted[]): Wanted[] {
  const width = Math.max(...wanted.map((tokens) => tokens.length));
  return wanted.map((tokens) => [...tokens, ...Array.from({ length: width - tokens.length }, () => tokens[tokens.length - 1] ?? 0)]);
}
