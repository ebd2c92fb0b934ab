import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { CaseApprovals } from '../cases/case-approvals.service';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { AssessmentDesk } from './assessment-desk';
import { AssessmentReader } from './assessment-reader.service';
import { AssessmentVault } from './assessment-vault';
import type { AssessmentPage } from './assessment-views.dto';
import type { AssessmentVersion, CorrectAssessment } from './assessments.dto';
import { assessmentProblems } from './assessments.errors';
import { AssessmentsRepository, type AssessmentRow } from './assessments.repository';
import { countedAnswers, missingQuestions, outcomeOf, type Answer } from './instrument-rules';

/** Finishes assessments, corrects what is final without touching it, and asks a supervisor. */
@Injectable()
export class AssessmentFinishing {
  constructor(
    private readonly desk: AssessmentDesk,
    private readonly assessments: AssessmentsRepository,
    private readonly vault: AssessmentVault,
    private readonly reader: AssessmentReader,
    private readonly approvals: CaseApprovals,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes a draft final: its answers become rows that are never changed, and what it corrects is superseded. */
  async finalize(actor: Actor, id: string, { version }: AssessmentVersion): Promise<AssessmentPage> {
    const { row, found } = await this.desk.requireDraft(actor, id);
    if (row.version !== version) throw common.CHANGED_MEANWHILE();
    this.desk.day(found, row.informationOn);
    const outcome = row.definition.keeps === 'outcome' ? toldOutcome(row) : await this.keepAnswers(row);
    if (!(await this.assessments.finish(id, version, outcome, this.clock.now()))) throw common.CHANGED_MEANWHILE();
    if (row.supersedesId !== null) {
      if (!(await this.assessments.supersede(row.supersedesId))) throw assessmentProblems.ASSESSMENT_CORRECTED();
      await this.approvals.withdraw(found, 'assessment', row.supersedesId);
    }
    await this.audit.record({ action: 'assessment.finalized', recordType: 'assessment', recordId: id, siteId: found.siteId });
    return this.reader.again(actor, id);
  }

  /** Begins a correction: a new draft with the same answers and a reason. The old one stays as it is, and is superseded when the new one is final. */
  async correct(actor: Actor, id: string, { reason }: CorrectAssessment): Promise<AssessmentPage> {
    const { row, found } = await this.desk.require(actor, 'work', id);
    if (row.state === 'draft') throw assessmentProblems.ASSESSMENT_NOT_FINAL();
    if (row.state === 'superseded' || row.supersededById !== null) throw assessmentProblems.ASSESSMENT_CORRECTED();
    const corrected = randomUUID();
    const answers = await this.vault.fromRows(row.caseId, await this.assessments.answers(id));
    await this.assessments.insert({
      ...row,
      id: corrected,
      supersedesId: id,
      correctionSealed: await this.vault.sealReason(row.caseId, corrected, reason.trim()),
      draftSealed: row.definition.keeps === 'outcome' ? null : await this.vault.sealDraft(row.caseId, corrected, answers),
      outcome: row.definition.keeps === 'outcome' ? row.outcome : null,
    });
    await this.audit.record({ action: 'assessment.corrected', recordType: 'assessment', recordId: corrected, siteId: found.siteId });
    return this.reader.again(actor, corrected);
  }

  /** Asks a supervisor to approve what is final. What is kept in a compartment is not sent: the request alone would tell others that there is something. */
  async askApproval(actor: Actor, id: string): Promise<AssessmentPage> {
    const { row, found } = await this.desk.require(actor, 'work', id);
    if (row.state !== 'final') throw assessmentProblems.ASSESSMENT_NOT_FINAL();
    if (row.compartment !== null) throw assessmentProblems.ASSESSMENT_KEPT_APART();
    const standing = (await this.approvals.stateOf('assessment', [id])).get(id);
    if (standing && (standing.state === 'requested' || standing.state === 'approved')) throw assessmentProblems.ASSESSMENT_WAITS();
    await this.approvals.request(found, 'assessment', id);
    return this.reader.again(actor, id);
  }

  private async keepAnswers(row: AssessmentRow): Promise<string | null> {
    const { definition } = row;
    const given: Answer[] = await this.vault.openDraft(row);
    this.desk.checkAnswers(definition, given);
    const missing = missingQuestions(definition, given);
    if (missing.length > 0) throw assessmentProblems.ASSESSMENT_INCOMPLETE({ missing: missing.map(({ key }) => key) }, missing.map(({ key, text }) => ({ field: `answers.${key}`, message: text.en })));
    await this.assessments.insertAnswers(await this.vault.toRows(row, countedAnswers(definition, given)));
    return outcomeOf(definition, given);
  }
}

function toldOutcome({ outcome }: AssessmentRow): string {
  if (outcome === null) throw assessmentProblems.ASSESSMENT_OUTCOME_MISSING();
  return outcome;
}
