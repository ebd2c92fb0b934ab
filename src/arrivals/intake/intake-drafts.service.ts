import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { Clock } from '../../platform/clock/clock';
import { common } from '../../platform/errors/problem';
import { Job } from '../../platform/queue/job.decorator';
import { Jobs } from '../../platform/queue/jobs.service';
import { Sealing } from '../../platform/sealing/sealing.service';
import type { DraftLine, DraftList, DraftSaved, DraftView, SaveDraft } from './intake.dto';
import { DRAFT_PLACE, type DraftSecret, type IntakeDraft } from './intake-draft.entity';
import { IntakeDraftsRepository } from './intake-drafts.repository';
import { intakeProblems } from './intake.errors';

const KEPT_HOURS = 72;
const MOST_LISTED = 50;

/** Keeps what a worker types, so that a reload, a dead battery or an expired session loses nothing. */
@Injectable()
export class IntakeDrafts {
  constructor(
    private readonly drafts: IntakeDraftsRepository,
    private readonly sealing: Sealing,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Saves a form; refused when another window saved it meanwhile. */
  async save(actor: Actor, id: string, { siteId, version, title, content }: SaveDraft): Promise<DraftSaved> {
    actor.require('intake.work', siteId);
    const at = this.clock.now();
    const sealed = (await this.sealing.organization()).seal(DRAFT_PLACE, id, { title: title.trim(), content } satisfies DraftSecret);
    const saved = version === 0 ? await this.drafts.insert(id, siteId, sealed, at) : await this.drafts.update(id, siteId, version, sealed, at);
    if (!saved) throw await this.whyNot(id, version);
    if (version === 0) await this.audit.record({ action: 'intake_draft.saved', recordType: 'intake_draft', recordId: id, siteId });
    return { id, version: version + 1, savedAt: at };
  }

  /** The forms that the worker has not finished. */
  async list(_actor: Actor): Promise<DraftList> {
    const rows = await this.drafts.newest(this.oldest(), MOST_LISTED);
    const key = await this.sealing.organization();
    if (rows.length > 0) await this.audit.record({ action: 'intake_draft.opened', recordType: 'intake_draft', fields: ['title'] });
    return { items: rows.map((row) => toDraftLine(row, key.open<DraftSecret>(DRAFT_PLACE, row.id, row.sealed))) };
  }

  /** A form, to go on with it. */
  async open(_actor: Actor, id: string): Promise<DraftView> {
    const row = await this.drafts.find(id, this.oldest());
    if (!row) throw common.NOT_FOUND();
    const secret = (await this.sealing.organization()).open<DraftSecret>(DRAFT_PLACE, row.id, row.sealed);
    await this.audit.record({ action: 'intake_draft.opened', recordType: 'intake_draft', recordId: id, siteId: row.siteId, fields: ['content'] });
    return { ...toDraftLine(row, secret), content: secret.content };
  }

  /** Throws a form away. */
  async discard(_actor: Actor, id: string): Promise<void> {
    if (!(await this.drafts.remove(id))) throw common.NOT_FOUND();
    await this.audit.record({ action: 'intake_draft.discarded', recordType: 'intake_draft', recordId: id });
  }

  /** Takes a form away because it becomes an intake. Of two windows that send it at once, one does. */
  async take(id: string): Promise<void> {
    if (!(await this.drafts.remove(id))) throw intakeProblems.INTAKE_RECORDED();
  }

  /** Forgets the forms that nobody went on with for three days. */
  @Job({ name: 'intake.forget-drafts', queue: 'timers', every: 3_600_000 })
  forgetOld(): Promise<void> {
    return this.jobs.forEachOrganization(async () => void (await this.drafts.removeOlder(this.oldest())));
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - KEPT_HOURS * 3_600_000);
  }

  private async whyNot(id: string, version: number): Promise<Error> {
    const row = await this.drafts.find(id, this.oldest());
    if (row) return intakeProblems.INTAKE_DRAFT_CHANGED({ version: row.version });
    return version === 0 ? common.NOT_FOUND() : intakeProblems.INTAKE_RECORDED();
  }
}

function toDraftLine(row: IntakeDraft, { title }: DraftSecret): DraftLine {
  const { id, siteId, version, updatedAt } = row;
  return { id, siteId, title, version, savedAt: updatedAt, forgottenAt: new Date(updatedAt.getTime() + KEPT_HOURS * 3_600_000) };
}
