import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { CaseAccess } from '../cases/case-access';
import { CaseApprovals } from '../cases/case-approvals.service';
import { common } from '../platform/errors/problem';
import type { PageQuery } from '../platform/http/page-query.dto';
import { AssessmentDesk, type AssessmentAtHand } from './assessment-desk';
import { toAssessmentView, toUsableInstrument, type AssessmentList, type AssessmentPage, type ChangeView } from './assessment-views.dto';
import { AssessmentVault } from './assessment-vault';
import { AssessmentsRepository } from './assessments.repository';
import { Instruments } from './instruments.service';
import { pairsOf, personChange } from './matched-pairs';

/** Shows the assessments of a case, one of them, and what changed. */
@Injectable()
export class AssessmentReader {
  constructor(
    private readonly access: CaseAccess,
    private readonly desk: AssessmentDesk,
    private readonly assessments: AssessmentsRepository,
    private readonly instruments: Instruments,
    private readonly vault: AssessmentVault,
    private readonly approvals: CaseApprovals,
    private readonly audit: Audit,
  ) {}

  /** The assessments of a case that the actor may see, the newest first, and what can be begun. */
  async list(actor: Actor, caseId: string, { after, limit = 50 }: PageQuery): Promise<AssessmentList> {
    const found = await this.access.require(actor, 'read', caseId);
    const rows = await this.assessments.ofCase(caseId, after ?? null, limit + 1);
    const page = rows.slice(0, limit);
    const standing = await this.approvals.stateOf('assessment', page.map(({ id }) => id));
    const usable = this.access.offers(actor, found).includes('work') ? await this.instruments.usable(caseId) : [];
    await this.audit.record({ action: 'assessment.listed', recordType: 'case', recordId: caseId, siteId: found.siteId });
    return {
      items: page.map((row) => toAssessmentView(row, standing.get(row.id)?.state ?? null)),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      usable: usable.map(toUsableInstrument),
    };
  }

  /** An assessment with everything that was answered. */
  async open(actor: Actor, id: string): Promise<AssessmentPage> {
    const at = await this.desk.require(actor, 'read', id);
    await this.audit.record({ action: 'assessment.opened', recordType: 'assessment', recordId: id, siteId: at.found.siteId });
    return this.page(actor, at);
  }

  /** The page of an assessment that was just worked on. */
  async again(actor: Actor, id: string): Promise<AssessmentPage> {
    return this.page(actor, await this.desk.require(actor, 'read', id));
  }

  /** Matched pairs by person and domain; never one total. */
  async change(actor: Actor, caseId: string, code: string): Promise<ChangeView> {
    const found = await this.access.require(actor, 'read', caseId);
    const { pairs, unmatched } = pairsOf(await this.assessments.levels(caseId, code));
    const versions = new Map(await Promise.all([...new Set(pairs.map(({ latest }) => latest.versionId))].map(async (id) => [id, await this.instruments.get(id)] as const)));
    const newest = versions.get(pairs.at(-1)?.latest.versionId ?? '') ?? (await this.instruments.newestOf(code));
    if (!newest) throw common.NOT_FOUND();
    await this.audit.record({ action: 'assessment.change_opened', recordType: 'case', recordId: caseId, siteId: found.siteId });
    const { name, levels = [] } = newest.definition;
    return {
      instrument: code,
      name: { en: name.en, es: name.es },
      levels: levels.map(({ en, es }) => ({ en, es })),
      people: pairs.map((pair) => personChange(pair, (versions.get(pair.latest.versionId) ?? newest).definition)),
      unmatched,
    };
  }

  private async page(actor: Actor, { row, found }: AssessmentAtHand): Promise<AssessmentPage> {
    const standing = (await this.approvals.stateOf('assessment', [row.id])).get(row.id);
    const answers = row.state === 'draft' ? await this.vault.openDraft(row) : await this.vault.fromRows(row.caseId, await this.assessments.answers(row.id));
    return {
      ...toAssessmentView(row, standing?.state ?? null),
      language: row.language,
      interpreter: row.interpreter,
      participantPresent: row.participantPresent,
      definition: row.definition,
      answers,
      correctionReason: await this.vault.openReason(row),
      approvalNote: standing?.note ?? null,
      mayWork: this.access.offers(actor, found).includes('work'),
    };
  }
}
