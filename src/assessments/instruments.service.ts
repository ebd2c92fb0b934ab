import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';
import { Tx, type TxScope } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { assessmentProblems } from './assessments.errors';
import { deliveredInstruments } from './delivered-instruments';
import { instrumentDefinition, type InstrumentDefinition } from './instrument-definition';
import { toVersionPage, toVersionView, type EditInstrument, type InstrumentList, type InstrumentView, type PublishInstrument, type VersionPage } from './instruments.dto';
import { InstrumentsRepository, type VersionRow } from './instruments.repository';

/** Instruments as data that an administrator can read, add to and publish. */
@Injectable()
export class Instruments {
  constructor(
    private readonly tx: Tx,
    private readonly instruments: InstrumentsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Installs the delivered instruments that are missing and leaves what is there as it is. */
  install(scope: TxScope): Promise<void> {
    return this.tx.run(scope, () => this.installMissing());
  }

  /** Every instrument with its versions. An organization that lacks a delivered one gets it now. */
  async list(): Promise<InstrumentList> {
    await this.installMissing();
    const found = new Map<string, InstrumentView>();
    for (const row of await this.instruments.versions()) {
      const instrument = found.get(row.instrumentId) ?? { id: row.instrumentId, code: row.code, versions: [] };
      instrument.versions.push(toVersionView(row));
      found.set(row.instrumentId, instrument);
    }
    return { items: [...found.values()] };
  }

  /** One version with everything it asks. */
  async open(id: string): Promise<VersionPage> {
    return toVersionPage(await this.get(id));
  }

  /** Adds an instrument, as a draft. */
  async create(definition: Record<string, unknown>): Promise<VersionPage> {
    const id = await this.instruments.create(checked(definition));
    await this.audit.record({ action: 'instrument.drafted', recordType: 'instrument_version', recordId: id });
    return this.open(id);
  }

  /** Begins a new version of an instrument with the words of its newest one. */
  async begin(instrumentId: string): Promise<VersionPage> {
    const [newest] = await this.instruments.versions(instrumentId);
    if (!newest) throw common.NOT_FOUND();
    const id = await this.instruments.draft(instrumentId, newest.definition);
    await this.audit.record({ action: 'instrument.drafted', recordType: 'instrument_version', recordId: id });
    return this.open(id);
  }

  /** Changes a draft. Two who edit it at once do not overwrite each other. */
  async edit(id: string, { definition, revision }: EditInstrument): Promise<VersionPage> {
    const row = await this.get(id);
    if (row.state !== 'draft') throw assessmentProblems.INSTRUMENT_NOT_DRAFT();
    const next = checked(definition);
    if (next.code !== row.code) throw assessmentProblems.INSTRUMENT_CODE_STAYS();
    if (!(await this.instruments.edit(id, revision, next))) throw common.CHANGED_MEANWHILE();
    await this.audit.record({ action: 'instrument.changed', recordType: 'instrument_version', recordId: id, fields: ['definition'] });
    return this.open(id);
  }

  /** Publishes a draft: from now on assessments begin with it. Those that were begun before keep their version. */
  async publish(id: string, { revision }: PublishInstrument): Promise<VersionPage> {
    const row = await this.get(id);
    if (row.state !== 'draft') throw assessmentProblems.INSTRUMENT_NOT_DRAFT();
    if (!(await this.instruments.publish(row, revision, this.clock.now()))) throw common.CHANGED_MEANWHILE();
    await this.audit.record({ action: 'instrument.published', recordType: 'instrument_version', recordId: id });
    return this.open(id);
  }

  /** Takes a published version out of use. What was answered with it stays readable. */
  async retire(id: string): Promise<VersionPage> {
    await this.get(id);
    if (!(await this.instruments.retire(id, this.clock.now()))) throw assessmentProblems.INSTRUMENT_NOT_PUBLISHED();
    await this.audit.record({ action: 'instrument.retired', recordType: 'instrument_version', recordId: id });
    return this.open(id);
  }

  /** The published versions that the actor can use on a case. */
  async usable(caseId: string): Promise<VersionRow[]> {
    await this.installMissing();
    return this.instruments.usable(caseId);
  }

  /** The newest version of an instrument by its code, or null. */
  async newestOf(code: string): Promise<VersionRow | null> {
    const found = (await this.instruments.versions()).filter((row) => row.code === code && row.state !== 'draft');
    return found[0] ?? null;
  }

  /** A version of the organization. */
  async get(id: string): Promise<VersionRow> {
    const row = await this.instruments.find(id);
    if (!row) throw common.NOT_FOUND();
    return row;
  }

  private async installMissing(): Promise<void> {
    const known = await this.instruments.codes();
    for (const definition of deliveredInstruments.filter(({ code }) => !known.has(code))) {
      const id = await this.instruments.install(definition, this.clock.now());
      if (id) await this.audit.record({ action: 'instrument.installed', recordType: 'instrument_version', recordId: id, reason: definition.code });
    }
  }
}

/** A definition that holds together, or a refusal that names every place that does not. */
function checked(definition: unknown): InstrumentDefinition {
  const read = instrumentDefinition.safeParse(definition);
  if (read.success) return read.data;
  const fields = read.error.issues.slice(0, 50).map(({ path, message }) => ({ field: path.map(String).join('.'), message: `${placeOf(path)}: ${message}` }));
  throw assessmentProblems.INSTRUMENT_INVALID({}, fields);
}

/** A place as a person finds it: "Section 2, question 1, text, es". */
function placeOf(path: readonly PropertyKey[]): string {
  const words: Record<string, string> = { sections: 'section', questions: 'question', options: 'option', anchors: 'level', levels: 'level', outcomes: 'outcome', showIf: 'show if' };
  const place = path.reduce<string>((said, part) => {
    if (typeof part === 'number') return `${said} ${part + 1}`;
    return `${said}${said === '' ? '' : ', '}${words[String(part)] ?? String(part)}`;
  }, '');
  return place === '' ? 'Definition' : `${place.charAt(0).toUpperCase()}${place.slice(1)}`;
}
