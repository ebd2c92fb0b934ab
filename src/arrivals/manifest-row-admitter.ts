import { Injectable } from '@nestjs/common';
import { PartiesService } from '../people/parties.service';
import { PeopleService, type PersonDraft } from '../people/people.service';
import { Tx } from '../platform/database/tx';
import { brokenConstraint } from '../platform/errors/constraints';
import { Problem } from '../platform/errors/problem';
import type { ManifestRow } from './manifest-row.entity';
import { type AdmittedRow, ManifestRowsRepository } from './manifest-rows.repository';
import { ManifestVault } from './manifest-vault';
import type { Manifest } from './manifest.entity';
import type { ProblemCode } from './manifest/row-problems';
import { planAdmission, type PlannedParty, type ReadyRow } from './plan-admission';

/** Turns ready rows into people and parties inside the open transaction. */
@Injectable()
export class ManifestRowAdmitter {
  constructor(
    private readonly tx: Tx,
    private readonly rows: ManifestRowsRepository,
    private readonly vault: ManifestVault,
    private readonly people: PeopleService,
    private readonly parties: PartiesService,
  ) {}

  /** Lets these rows in. What a party is refused for becomes a problem of its rows and does not keep the others out. */
  async admit(manifest: Manifest, rows: readonly ManifestRow[]): Promise<void> {
    const planned = await this.planned(manifest, await this.opened(manifest, rows));
    if ((await this.refusal(manifest, planned)) === null) return;
    for (const party of planned) await this.admitAlone(manifest, party);
  }

  private async opened(manifest: Manifest, rows: readonly ManifestRow[]): Promise<ReadyRow[]> {
    const open = await this.vault.open(manifest.id);
    return rows.map((row) => ({
      rowNumber: row.rowNumber, group: row.groupIndex?.toString('hex') ?? null, decision: row.decision, decidedPersonId: row.decidedPersonId,
      person: open.openRow(row.rowNumber, row.sealed).row,
    }));
  }

  private async planned({ organizationId, id }: Manifest, rows: readonly ReadyRow[]): Promise<PlannedParty[]> {
    const groups = [...new Set(rows.flatMap(({ group }) => (group === null ? [] : [group])))];
    return planAdmission(rows, await this.rows.partiesOfGroups(organizationId, id, groups.map((group) => Buffer.from(group, 'hex'))));
  }

  /** A known person who cannot join is left out, so that the rest of the family goes in. */
  private async admitAlone(manifest: Manifest, party: PlannedParty): Promise<void> {
    const refused = await this.refusal(manifest, [party]);
    if (refused === null) return;
    for (const suspect of party.rows.filter(({ decision }) => decision === 'same')) {
      const others = await this.planned(manifest, party.rows.filter((row) => row !== suspect));
      if ((await this.refusal(manifest, others)) !== null) continue;
      return this.rows.refuse(manifest.organizationId, manifest.id, [suspect.rowNumber], refused);
    }
    await this.rows.refuse(manifest.organizationId, manifest.id, party.rows.map(({ rowNumber }) => rowNumber), refused);
  }

  /** Why these parties cannot go in; null when they are in. */
  private async refusal(manifest: Manifest, parties: readonly PlannedParty[]): Promise<ProblemCode | null> {
    try {
      await this.tx.attempt(() => this.letIn(manifest, parties));
      return null;
    } catch (error) {
      const reason = error instanceof Problem ? error.code : brokenConstraint(error);
      if (reason === null) throw error;
      return reasons[reason] ?? 'NOT_ADMITTED';
    }
  }

  private async letIn(manifest: Manifest, parties: readonly PlannedParty[]): Promise<void> {
    const { organizationId, id, siteId, arrivedOn } = manifest;
    const rows = parties.flatMap((party) => party.rows);
    const newcomers = rows.filter(({ decision }) => decision !== 'same');
    const ids = await this.people.createPersons(this.tx.scope, newcomers.map(draftOf), { siteId, on: arrivedOn });
    const created = new Map(newcomers.map(({ rowNumber }, at) => [rowNumber, ids[at] as string]));
    const personOf = (row: ReadyRow): string => created.get(row.rowNumber) ?? row.decidedPersonId ?? '';
    const admitted: AdmittedRow[] = [];
    for (const party of parties) {
      const members = party.rows.map((row) => ({ personId: personOf(row), relation: row.rowNumber === party.head ? ('head' as const) : (row.person.relation ?? 'unknown') }));
      const joined = party.partyId !== null && (await this.parties.join(this.tx.scope, party.partyId, members, arrivedOn)) ? party.partyId : null;
      const partyId = joined ?? (await this.parties.form(this.tx.scope, { siteId, arrivedOn, members })).id;
      admitted.push(...party.rows.map((row) => ({ rowNumber: row.rowNumber, personId: personOf(row), partyId })));
    }
    await this.rows.admitted(organizationId, id, admitted);
  }
}

const reasons: Record<string, ProblemCode> = {
  PERSON_IN_ANOTHER_PARTY: 'IN_ANOTHER_PARTY',
  party_members_one_party_at_a_time: 'IN_ANOTHER_PARTY',
  PERSON_TWICE_IN_PARTY: 'SAME_PERSON_TWICE',
};

/** What a row says about somebody nobody knew before. */
function draftOf({ person }: ReadyRow): PersonDraft {
  return {
    givenNames: person.givenNames,
    familyNames: person.familyNames,
    birthDate: person.birthDate,
    birthDateQuality: person.birthDateQuality ?? 'unknown',
    aNumber: person.aNumber,
    nationality: person.nationality,
    sex: person.sex,
    languageSpoken: person.language,
    releasedOn: person.releasedOn,
  };
}
