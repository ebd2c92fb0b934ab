import { createHmac } from 'node:crypto';
import type { Identity } from '../../../src/people/identity';
import { ALIKE, type Most, searchPlan, SOUNDING, type Wanted } from '../../../src/people/search/name-plan';
import { readQuery } from '../../../src/people/search/name-query';
import { GOOD_SCORE, LEAST_SCORE, nameRanker } from '../../../src/people/search/name-rank';
import { personTokens, type Tokenizer } from '../../../src/people/search/name-tokens';

/** An identity with nothing but what a name search reads. */
export function identityOf(givenNames: string, familyNames: string, more: Partial<Identity> = {}): Identity {
  return { givenNames, familyNames, otherNames: [], birthDate: null, birthDateQuality: 'unknown', aNumber: null, nationality: null, ...more };
}

/** A tokenizer under a key made from a word; tokens that were made once are kept. */
export function testTokenizer(secret: string): Tokenizer {
  const known = new Map<string, number>();
  return (kind, value) => {
    const key = `${kind}|${value}`;
    const token = known.get(key) ?? createHmac('sha256', secret).update(key).digest().readInt32BE(0);
    known.set(key, token);
    return token;
  };
}

/** The search of `PersonSearch` over names kept in memory, with the same tokens, stages and limits. */
export class NameIndex {
  private readonly postings = new Map<number, number[]>();
  private readonly tokens: Set<number>[] = [];

  constructor(
    private readonly identities: Identity[],
    private readonly token: Tokenizer,
  ) {
    identities.forEach((identity, id) => {
      const tokens = personTokens(identity, token);
      this.tokens.push(new Set(tokens));
      for (const one of tokens) {
        const posting = this.postings.get(one);
        if (posting) posting.push(id);
        else this.postings.set(one, [id]);
      }
    });
  }

  /** The positions of the best answers to a text, best first. */
  find(text: string, most = 20): number[] {
    const query = readQuery(text);
    const plan = searchPlan(query, this.token);
    const rank = nameRanker(query);
    const scores = new Map<number, number>();
    const look = (wanted: Wanted[], limit: Most) =>
      this.candidates(wanted, limit, scores).forEach((id) => scores.set(id, rank(this.identities[id] as Identity)));
    look(plan.strict, SOUNDING);
    if ([...scores.values()].filter((score) => score >= GOOD_SCORE).length < most) look(plan.broad, ALIKE);
    const found = [...scores].filter(([, score]) => score >= LEAST_SCORE);
    return found.sort((a, b) => b[1] - a[1]).slice(0, most).map(([id]) => id);
  }

  private candidates(wanted: Wanted[], most: Most, known: Map<number, number>): Set<number> {
    const found = new Set<number>();
    for (const tokens of wanted) {
      const [rarest] = tokens.map((token) => this.postings.get(token) ?? []).sort((a, b) => a.length - b.length);
      let here = 0;
      for (const id of rarest ?? []) {
        if (found.size >= most.inAll) return found;
        if (here >= most.each) break;
        if (found.has(id) || known.has(id) || !tokens.every((token) => this.tokens[id]?.has(token))) continue;
        found.add(id);
        here += 1;
      }
    }
    return found;
  }
}
