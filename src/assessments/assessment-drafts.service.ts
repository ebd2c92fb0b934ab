import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common, invalid } from '../platform/errors/problem';
import { AssessmentDesk } from './assessment-desk';
import { AssessmentReader } from './assessment-reader.service';
import { AssessmentVault } from './assessment-vault';
import type { AssessmentPage, SavedView } from './assessment-views.dto';
import type { SaveAssessment, StartAssessment } from './assessments.dto';
import { assessmentProblems } from './assessments.errors';
import { AssessmentsRepository, type AssessmentRow } from './assessments.repository';
import { Instruments } from './instruments.service';

/** Begins assessments, saves what was typed so far, and throws a draft away. */
@Injectable()
export class AssessmentDrafts {
  constructor(
    private readonly desk: AssessmentDesk,
    private readonly instruments: Instruments,
    private readonly assessments: AssessmentsRepository,
    private readonly vault: AssessmentVault,
    private readonly reader: AssessmentReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Begins an assessment with the published version of an instrument. */
  async start(actor: Actor, caseId: string, body: StartAssessment): Promise<AssessmentPage> {
    const found = await this.desk.requireCase(actor, caseId);
    const version = await this.instruments.get(body.instrumentVersionId);
    if (version.state !== 'published') throw assessmentProblems.INSTRUMENT_NOT_PUBLISHED();
    const { definition } = version;
    if (!(await this.instruments.usable(caseId)).some(({ id }) => id === version.id)) throw assessmentProblems.ASSESSMENT_COMPARTMENT();
    if (!definition.stages.includes(body.stage)) throw invalid('stage', 'This instrument is not asked at that time.');
    const informationOn = this.desk.day(found, body.informationOn);
    const personId = body.personId ?? null;
    await this.desk.checkSubject(definition, found, personId, informationOn);
    const id = randomUUID();
    await this.assessments.insert({
      id, caseId, personId, instrumentVersionId: version.id, stage: body.stage, informationOn, compartment: definition.compartment, supersedesId: null, correctionSealed: null,
      language: body.language, interpreter: body.interpreter ?? 'not_needed', participantPresent: body.participantPresent ?? true, draftSealed: null, outcome: null, followUpOffered: null,
    });
    await this.audit.record({ action: 'assessment.started', recordType: 'assessment', recordId: id, siteId: found.siteId });
    return this.reader.again(actor, id);
  }

  /** Saves a draft that is still as it was read. The second of two tabs is told, and loses nothing of what it shows. */
  async save(actor: Actor, id: string, body: SaveAssessment): Promise<SavedView> {
    const { row, found } = await this.desk.requireDraft(actor, id);
    if (row.version !== body.version) throw common.CHANGED_MEANWHILE();
    const { definition } = row;
    const stage = body.stage ?? row.stage;
    if (!definition.stages.includes(stage)) throw invalid('stage', 'This instrument is not asked at that time.');
    const saved = await this.assessments.save(id, body.version, {
      stage,
      informationOn: this.desk.day(found, body.informationOn ?? row.informationOn),
      language: body.language ?? row.language,
      interpreter: body.interpreter ?? row.interpreter,
      participantPresent: body.participantPresent ?? row.participantPresent,
      draftSealed: await this.draftOf(row, body),
      outcome: outcomeOfDraft(row, body),
      followUpOffered: body.followUpOffered ?? row.followUpOffered,
    });
    if (!saved) throw common.CHANGED_MEANWHILE();
    const { version: _version, ...changed } = body;
    await this.audit.record({ action: 'assessment.saved', recordType: 'assessment', recordId: id, siteId: found.siteId, fields: Object.keys(changed) });
    return { id, version: body.version + 1, savedAt: this.clock.now() };
  }

  /** Throws a draft away: it was begun by mistake, or the participant would rather not. What is final stays. */
  async discard(actor: Actor, id: string): Promise<void> {
    const { found } = await this.desk.requireDraft(actor, id);
    if (!(await this.assessments.discard(id))) throw assessmentProblems.ASSESSMENT_FINAL();
    await this.audit.record({ action: 'assessment.discarded', recordType: 'assessment', recordId: id, siteId: found.siteId });
  }

  private async draftOf(row: AssessmentRow, { answers }: SaveAssessment): Promise<Buffer | null> {
    if (!answers) return row.draftSealed;
    if (row.definition.keeps === 'outcome') throw assessmentProblems.ASSESSMENT_OUTCOME_ONLY();
    this.desk.checkAnswers(row.definition, answers);
    return this.vault.sealDraft(row.caseId, row.id, answers);
  }
}

/** An instrument that keeps its answers works the outcome out of them; one that keeps only its outcome is told it. */
function outcomeOfDraft({ definition, outcome }: AssessmentRow, body: SaveAssessment): string | null {
  if (body.outcome === undefined || body.outcome === null) return outcome;
  if (definition.keeps !== 'outcome' || !definition.outcomes?.some(({ key }) => key === body.outcome)) throw invalid('outcome', 'Choose one of the outcomes of the instrument.');
  return body.outcome;
}
