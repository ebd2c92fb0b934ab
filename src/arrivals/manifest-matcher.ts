import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';
import { IDENTITY_PLACE, type Identity } from '../people/identity';
import { nameWords } from '../people/search/name-forms';
import { readQuery } from '../people/search/name-query';
import { nameRanker } from '../people/search/name-rank';
import { wholeNameToken } from '../people/search/name-tokens';
import { CANDIDATES, PersonSearch } from '../people/search/person-search.repository';
import type { StagedRow } from './manifest/staged-row';

/** At most so many people are shown beside a row. */
const MOST_MATCHES = 5;
/** Names and birth dates must be this much alike to be shown; below it every Maria would be shown beside every Maria. */
const LIKELY = 0.8;
/** In longer lists only A-numbers and names that sound the same as a whole are compared: misspellings of 100,000 names would take hours. */
const MOST_FOR_MISSPELLINGS = 1_000;
const MOST_SOUNDING = 2_000;
const MOST_OF_ONE_SOUND = 20;

const BY_NUMBER = `
  select id, encode(a_number_index, 'hex') as "aNumberIndex" from persons where organization_id = $1 and a_number_index = any ($2::bytea[])`;
/** Finds people already known who may be the person of a row. It proposes; somebody decides. */
@Injectable()
export class ManifestMatcher {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    private readonly search: PersonSearch,
  ) {}

  /** For each row the ids of likely persons, best first. `listLength` is how many people the whole list has. */
  async match(rows: readonly StagedRow[], listLength: number): Promise<string[][]> {
    const byNumber = await this.byNumber(rows);
    const bySound = listLength > MOST_FOR_MISSPELLINGS ? await this.bySound(rows) : null;
    const found: string[][] = [];
    for (const [index, row] of rows.entries()) {
      const nameless = row.skipped !== null || row.problems.some((problem) => problem.startsWith('NAME_'));
      const names = nameless ? [] : bySound ? (bySound[index] ?? []) : await this.byName(row);
      found.push([...new Set([...(byNumber.get(row.aNumber ?? '') ?? []), ...names])].slice(0, MOST_MATCHES));
    }
    return found;
  }

  private async byNumber(rows: readonly StagedRow[]): Promise<Map<string, string[]>> {
    const numbers = [...new Set(rows.map((row) => row.aNumber).filter((number) => number !== null))];
    const byIndex = new Map<string, string>();
    for (const number of numbers) byIndex.set((await this.sealing.fingerprint('persons.a_number', number)).toString('hex'), number);
    const persons = await this.tx.rows<{ id: string; aNumberIndex: string }>(BY_NUMBER, [this.organizationId, [...byIndex.keys()].map((hex) => Buffer.from(hex, 'hex'))]);
    const found = new Map<string, string[]>();
    for (const { id, aNumberIndex } of persons) {
      const number = byIndex.get(aNumberIndex) ?? '';
      found.set(number, [...(found.get(number) ?? []), id]);
    }
    return found;
  }

  private async byName(row: StagedRow): Promise<string[]> {
    const found = await this.search.find(textOf(row), null, MOST_MATCHES);
    return found.filter(({ score }) => score >= LIKELY).map(({ id }) => id);
  }

  private async bySound(rows: readonly StagedRow[]): Promise<string[][]> {
    const token = await this.sealing.tokenizer();
    const tokens = rows.map((row) => wholeNameToken(nameWords(`${row.givenNames} ${row.familyNames}`), token));
    const wanted = [...new Set(tokens)].map((one) => [one]);
    const persons = await this.tx.rows<{ id: string; sealed: Buffer; wrapped_key: Buffer }>(CANDIDATES, [this.organizationId, wanted, MOST_SOUNDING, MOST_OF_ONE_SOUND, [], null]);
    const keys = await this.sealing.unwrap(persons.map((person) => ({ id: person.id, wrappedKey: person.wrapped_key })));
    const bySound = new Map<number, { id: string; identity: Identity }[]>();
    for (const { id, sealed } of persons) {
      const identity = keys.get(id)?.openShared<Identity>(IDENTITY_PLACE, id, sealed);
      if (!identity) continue;
      const sound = wholeNameToken(nameWords(`${identity.givenNames} ${identity.familyNames}`), token);
      bySound.set(sound, [...(bySound.get(sound) ?? []), { id, identity }]);
    }
    return rows.map((row, index) => {
      const rank = nameRanker(readQuery(textOf(row)));
      const alike = (bySound.get(tokens[index] as number) ?? []).map(({ id, identity }) => ({ id, score: rank(identity) }));
      return alike.filter(({ score }) => score >= LIKELY).sort((a, b) => b.score - a.score).map(({ id }) => id);
    });
  }

  private get organizationId(): string {
    return this.tx.scope.organizationId;
  }
}

/** The name as somebody would type it into the search; a comma at the end says that the last word is finished. */
function textOf(row: StagedRow): string {
  const born = row.birthDateQuality === 'full' ? row.birthDate : (row.birthDate?.slice(0, 4) ?? '');
  return `${row.givenNames} ${row.familyNames}, ${born}`;
}
