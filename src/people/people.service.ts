import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import type { TxScope } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { Sealing, type SubjectKey } from '../platform/sealing/sealing.service';
import { ageBandOn, type AgeBand } from './age';
import { IDENTITY_PLACE, type Identity } from './identity';
import type { ANumberStatus, ReleaseEvidence, Releaser, Sex } from './person.entity';
import { PersonsRepository, type Operational, type PersonRow } from './persons.repository';
import { PersonSearch } from './search/person-search.repository';

/** The place in which fingerprints of A-numbers are made: nine digits, without the A. */
export const A_NUMBER_PLACE = 'persons.a_number';

/** What is known about somebody who is not recorded yet. Only the names are needed. */
export interface PersonDraft {
  /** The id the person gets; a new one when it is left out. */
  id?: string;
  givenNames: string;
  familyNames: string;
  otherNames?: string[];
  birthDate?: string | null;
  birthDateQuality?: Identity['birthDateQuality'];
  /** What is believed where there is no birth date. */
  ageBand?: AgeBand;
  /** Nine digits, without the A. */
  aNumber?: string | null;
  aNumberStatus?: ANumberStatus;
  nationality?: string | null;
  sex?: Sex | null;
  languageSpoken?: string | null;
  languageRead?: string | null;
  interpreterNeeded?: boolean;
  needs?: string[];
  releasedOn?: string | null;
  releaseEvidence?: ReleaseEvidence | null;
  releasedBy?: Releaser | null;
}

/** Where and on which of the site's dates somebody was met. */
export interface Met {
  siteId: string | null;
  on: string;
}

/** A person whose envelope was opened: the identity beside what lies in clear. */
export type OpenedPerson = Operational & { identity: Identity };

/** Writes persons with sealed identities and opens them again. Whoever calls decides who may see them, and audits the reading. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly sealing: Sealing,
    private readonly search: PersonSearch,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Records persons who were not known before: one key each, the identity sealed under it, search tokens, fingerprint of the
   * A-number. Answers their ids in the order of the drafts.
   */
  async createPersons(_scope: TxScope, drafts: readonly PersonDraft[], met: Met): Promise<string[]> {
    if (drafts.length === 0) return [];
    const ids = drafts.map(({ id }) => id ?? randomUUID());
    const keys = await this.sealing.newSubjects(ids);
    const rows = await Promise.all(drafts.map((draft, at) => this.row(ids[at] as string, draft, keys, met.on)));
    await this.persons.insert(rows, met.siteId, this.clock.now());
    await this.audit.recordMany(ids.map((id) => ({ action: 'person.created' as const, recordType: 'person', recordId: id, siteId: met.siteId })));
    return ids;
  }

  /** Writes a person anew unless somebody changed them meanwhile; `fields` are the names of what changed. */
  async change(_scope: TxScope, id: string, version: number, draft: PersonDraft, on: string, fields: readonly string[]): Promise<void> {
    const row = await this.row(id, draft, await this.sealing.subjects([id]), on);
    if (!(await this.persons.update(row, version, this.clock.now()))) throw common.CHANGED_MEANWHILE();
    await this.audit.record({ action: 'person.changed', recordType: 'person', recordId: id, fields });
  }

  /**
   * Opens persons of the open transaction's organization: id → identity and what lies in clear. Who is not there is missing.
   * Identities that were opened before in this transaction are not opened again.
   */
  async openPersons(ids: readonly string[], before: ReadonlyMap<string, Identity> = new Map()): Promise<Map<string, OpenedPerson>> {
    if (ids.length === 0) return new Map();
    const rows = await this.persons.sealed([...new Set(ids)]);
    const keys = await this.sealing.unwrap(rows.filter(({ id }) => !before.has(id)).map(({ id, wrappedKey }) => ({ id, wrappedKey })));
    return new Map(
      rows.map(({ sealed, wrappedKey: _wrappedKey, ...operational }) => {
        const identity = before.get(operational.id) ?? keyOf(keys, operational.id).openShared<Identity>(IDENTITY_PLACE, operational.id, sealed);
        return [operational.id, { ...operational, identity }];
      }),
    );
  }

  /** The persons who have this A-number (nine digits), the newest first. */
  async withANumber(digits: string, most = 20): Promise<string[]> {
    return this.persons.withANumber(await this.sealing.fingerprint(A_NUMBER_PLACE, digits), most);
  }

  /** Makes the row of a person: everything that depends on the identity is made again. */
  private async row(id: string, draft: PersonDraft, keys: ReadonlyMap<string, SubjectKey>, on: string): Promise<PersonRow> {
    const identity = identityOf(draft);
    return {
      id,
      sealed: keyOf(keys, id).seal(IDENTITY_PLACE, id, identity),
      searchTokens: await this.search.tokensOf(identity),
      aNumberIndex: identity.aNumber === null ? null : await this.sealing.fingerprint(A_NUMBER_PLACE, identity.aNumber),
      aNumberStatus: aNumberStatusOf(draft),
      sex: draft.sex ?? null,
      ageBand: ageBandOn(identity, on, draft.ageBand),
      languageSpoken: draft.languageSpoken ?? null,
      languageRead: draft.languageRead ?? null,
      interpreterNeeded: draft.interpreterNeeded ?? false,
      needs: draft.needs ?? [],
      releasedOn: draft.releasedOn ?? null,
      releaseEvidence: draft.releaseEvidence ?? null,
      releasedBy: draft.releasedBy ?? null,
    };
  }
}

/** How somebody is called: given names, then family names. */
export function fullName({ givenNames, familyNames }: Pick<Identity, 'givenNames' | 'familyNames'>): string {
  return [givenNames, familyNames].filter((part) => part !== '').join(' ');
}

function identityOf(draft: PersonDraft): Identity {
  const birthDate = draft.birthDate ?? null;
  return {
    givenNames: draft.givenNames.trim(),
    familyNames: draft.familyNames.trim(),
    otherNames: draft.otherNames ?? [],
    birthDate,
    birthDateQuality: birthDate === null ? 'unknown' : (draft.birthDateQuality ?? 'full'),
    aNumber: draft.aNumber ?? null,
    nationality: draft.nationality ?? null,
  };
}

/** A number that is there was at least stated; without one it is missing or was refused. */
function aNumberStatusOf({ aNumber, aNumberStatus }: PersonDraft): ANumberStatus {
  if (aNumber) return aNumberStatus === 'verified' ? 'verified' : 'stated';
  return aNumberStatus === 'refused' ? 'refused' : 'missing';
}

function keyOf(keys: ReadonlyMap<string, SubjectKey>, id: string): SubjectKey {
  const key = keys.get(id);
  if (!key) throw new Error('a person has no key');
  return key;
}
