import { randomUUID } from 'node:crypto';
import { ManifestLookup } from '../../src/arrivals/manifest-lookup';
import { ManifestMatcher } from '../../src/arrivals/manifest-matcher';
import { ManifestProblemRows } from '../../src/arrivals/manifest-problem-rows';
import { ManifestReader } from '../../src/arrivals/manifest-reader';
import { ManifestRowMender, type RowChange } from '../../src/arrivals/manifest-row-mender';
import type { ManifestRow } from '../../src/arrivals/manifest-row.entity';
import { ManifestRowStager } from '../../src/arrivals/manifest-row-stager';
import { ManifestRowsRepository } from '../../src/arrivals/manifest-rows.repository';
import { ManifestUploads } from '../../src/arrivals/manifest-uploads';
import { ManifestVault, type RowContent } from '../../src/arrivals/manifest-vault';
import type { Manifest } from '../../src/arrivals/manifest.entity';
import { ManifestsRepository, type RowCounts } from '../../src/arrivals/manifests.repository';
import { rowStates } from '../../src/arrivals/manifest/row-state';
import { Audit } from '../../src/audit/audit.service';
import { IDENTITY_PLACE, type Identity } from '../../src/people/identity';
import { PersonSearch } from '../../src/people/search/person-search.repository';
import { Clock } from '../../src/platform/clock/clock';
import { Tx, type TxScope } from '../../src/platform/database/tx';
import { Sealing } from '../../src/platform/sealing/sealing.service';
import type { Floor } from './floor';

/** A staged row, opened. */
export type OpenedRow = ManifestRow & RowContent;

/** Where lists are uploaded and worked on in a spec, without the HTTP application: one site of one organization. */
export class ManifestDesk {
  readonly manifests: ManifestsRepository;
  readonly rows: ManifestRowsRepository;
  readonly vault: ManifestVault;
  readonly reader: ManifestReader;
  readonly mender: ManifestRowMender;
  readonly problemRows: ManifestProblemRows;
  readonly uploads: ManifestUploads;

  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    readonly scope: TxScope,
    readonly siteId: string,
  ) {
    this.manifests = new ManifestsRepository(tx);
    this.rows = new ManifestRowsRepository(tx);
    this.vault = new ManifestVault(sealing);
    this.uploads = new ManifestUploads(tx, this.manifests, this.vault, sealing, new Clock());
    const matcher = new ManifestMatcher(tx, sealing, new PersonSearch(tx, sealing));
    this.reader = new ManifestReader(tx, this.manifests, this.vault, new ManifestRowStager(this.rows, this.vault, matcher), sealing);
    this.mender = new ManifestRowMender(this.rows, this.vault, matcher);
    this.problemRows = new ManifestProblemRows(tx, this.manifests, this.rows, this.vault, new ManifestLookup(this.manifests), new Audit(tx));
  }

  /** Keeps a file as the upload does. Answers the id of its list; the first one's when the very same file was there. */
  async upload(bytes: Buffer, { name = 'list.csv', arrivedOn = '2026-03-02' }: { name?: string; arrivedOn?: string } = {}): Promise<string> {
    const { id } = await this.tx.run(this.scope, () => this.uploads.keep({ siteId: this.siteId, arrivalId: null, arrivedOn, name, bytes }));
    return id;
  }

  /** Uploads a list and lets a worker read it. */
  async read(bytes: Buffer, how: Parameters<ManifestDesk['upload']>[1] = {}): Promise<string> {
    const id = await this.upload(bytes, how);
    await this.reader.read(this.scope.organizationId, id);
    return id;
  }

  /** A list as it stands, with its rows counted. */
  find(id: string): Promise<Manifest & { counts: RowCounts }> {
    return this.tx.run(this.scope, async () => {
      const manifest = await this.manifests.find(this.scope.organizationId, id);
      const counts = (await this.manifests.counts(this.scope.organizationId, [id])).get(id);
      if (!manifest || !counts) throw new Error('there is no such list');
      return { ...manifest, counts };
    });
  }

  /** All rows of a list in the order of the file, opened. */
  open(id: string): Promise<OpenedRow[]> {
    return this.tx.run(this.scope, async () => {
      const open = await this.vault.open(id);
      const rows: ManifestRow[] = [];
      for (const state of rowStates) rows.push(...(await this.rows.page(this.scope.organizationId, id, state, 0, 1_000)));
      return rows.sort((a, b) => a.rowNumber - b.rowNumber).map((row) => ({ ...row, ...open.openRow(row.rowNumber, row.sealed) }));
    });
  }

  /** Changes one row as the screen does. */
  change(id: string, rowNumber: number, change: RowChange): Promise<ManifestRow> {
    return this.tx.run(this.scope, async () => {
      const manifest = await this.manifests.lock(this.scope.organizationId, id);
      const row = await this.rows.lock(this.scope.organizationId, id, rowNumber);
      if (!manifest || !row) throw new Error('there is no such row');
      return (await this.mender.change(manifest, row, change)).row;
    });
  }

  /** Somebody the organization knows already. */
  person(identity: Partial<Identity>): Promise<string> {
    return this.tx.run(this.scope, async () => {
      const whole: Identity = {
        givenNames: 'Maricela', familyNames: 'Portillo', otherNames: [], birthDate: '1990-03-25', birthDateQuality: 'full', aNumber: null, nationality: 'HN', ...identity,
      };
      const id = randomUUID();
      const key = await this.sealing.newSubject(id);
      const aNumberIndex = whole.aNumber ? await this.sealing.fingerprint('persons.a_number', whole.aNumber) : null;
      await this.tx.write(
        'insert into persons (id, organization_id, sealed, search_tokens, a_number_index, a_number_status) values ($1, $2, $3, $4, $5, $6)',
        [
          id, this.scope.organizationId, key.seal(IDENTITY_PLACE, id, whole), await new PersonSearch(this.tx, this.sealing).tokensOf(whole), aNumberIndex,
          aNumberIndex ? 'stated' : 'missing',
        ],
      );
      return id;
    });
  }
}

/** Opens a desk at a new site of an organization. */
export async function openManifestDesk(floor: Pick<Floor, 'tx' | 'sealing'>, scope: TxScope): Promise<ManifestDesk> {
  const [site] = await floor.tx.run(scope, () =>
    floor.tx.rows<{ id: string }>("insert into sites (organization_id, name, code, time_zone, kind) values ($1, 'House', $2, 'America/Chicago', 'respite') returning id", [
      scope.organizationId, `house-${randomUUID().slice(0, 8)}`,
    ]));
  return new ManifestDesk(floor.tx, floor.sealing, scope, site?.id ?? '');
}
