import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { AssessmentAnswer } from './assessment-answer.entity';
import type { Assessment, Stage } from './assessment.entity';
import type { InstrumentDefinition } from './instrument-definition';

/** An assessment with the version it was asked with. */
export type AssessmentRow = Assessment & {
  code: string;
  number: number;
  definition: InstrumentDefinition;
  supersededById: string | null;
  createdByName: string | null;
  finalizedByName: string | null;
};

/** An assessment that is begun. */
export type NewAssessment = Pick<
  Assessment,
  'id' | 'caseId' | 'personId' | 'instrumentVersionId' | 'stage' | 'informationOn' | 'compartment' | 'supersedesId' | 'correctionSealed' | 'language' | 'interpreter'
  | 'participantPresent' | 'draftSealed' | 'outcome' | 'followUpOffered'
>;

/** What of a draft can change. */
export type DraftFields = Pick<Assessment, 'stage' | 'informationOn' | 'language' | 'interpreter' | 'participantPresent' | 'draftSealed' | 'outcome' | 'followUpOffered'>;

/** A level of a final assessment, for change. */
export interface LevelRow {
  assessmentId: string;
  personId: string | null;
  stage: Stage;
  informationOn: string;
  versionId: string;
  question: string;
  level: number | null;
  notApplicable: boolean;
  declined: boolean;
  goal: boolean;
  workNotPermitted: boolean;
}

/** Named queries of assessments and their answers. */
@Injectable()
export class AssessmentsRepository {
  constructor(private readonly tx: Tx) {}

  private get own(): string {
    return this.tx.scope.organizationId;
  }

  /** The assessments of a case, the newest first, from a place on. */
  ofCase(caseId: string, after: string | null, limit: number): Promise<AssessmentRow[]> {
    return this.tx.rows(OF_CASE, [this.own, caseId, after, limit]);
  }

  /** One assessment, or null. With `lock` nobody else changes it until the transaction ends. */
  async find(id: string, lock = false): Promise<AssessmentRow | null> {
    if (lock) await this.tx.rows('select 1 from assessments where organization_id = $1 and id = $2 for update', [this.own, id]);
    const [row] = await this.tx.rows<AssessmentRow>(`${ASSESSMENTS} and assessment.id = $2`, [this.own, id]);
    return row ?? null;
  }

  /** Begins one. */
  async insert(begun: NewAssessment): Promise<void> {
    const { id, caseId, personId, instrumentVersionId, stage, informationOn, compartment, supersedesId, correctionSealed, language, interpreter, participantPresent } = begun;
    await this.tx.write(INSERT, [
      this.own, id, caseId, personId, instrumentVersionId, stage, informationOn, compartment, supersedesId, correctionSealed, language, interpreter, participantPresent,
      begun.draftSealed, begun.outcome, begun.followUpOffered, this.tx.scope.userId,
    ]);
  }

  /** Saves a draft that is still as it was read; tells whether it was. */
  async save(id: string, version: number, fields: DraftFields): Promise<boolean> {
    const { stage, informationOn, language, interpreter, participantPresent, draftSealed, outcome, followUpOffered } = fields;
    return (await this.tx.write(SAVE, [this.own, id, version, stage, informationOn, language, interpreter, participantPresent, draftSealed, outcome, followUpOffered])) === 1;
  }

  /** Removes a draft; tells whether it was one. */
  async discard(id: string): Promise<boolean> {
    return (await this.tx.write("delete from assessments where organization_id = $1 and id = $2 and state = 'draft'", [this.own, id])) === 1;
  }

  /** Makes a draft final that is still as it was read; tells whether it was. */
  async finish(id: string, version: number, outcome: string | null, at: Date): Promise<boolean> {
    return (await this.tx.write(FINISH, [this.own, id, version, outcome, at, this.tx.scope.userId])) === 1;
  }

  /** Marks a final assessment as superseded; tells whether it was final. */
  async supersede(id: string): Promise<boolean> {
    return (await this.tx.write("update assessments set state = 'superseded', version = version + 1 where organization_id = $1 and id = $2 and state = 'final'", [this.own, id])) === 1;
  }

  /** Writes the answers of an assessment that is being finished. */
  async insertAnswers(answers: readonly Omit<AssessmentAnswer, 'organizationId'>[]): Promise<void> {
    const column = <K extends keyof AssessmentAnswer>(key: K): unknown[] => answers.map((answer) => (answer as AssessmentAnswer)[key]);
    await this.tx.write(INSERT_ANSWERS, [
      this.own, column('id'), column('caseId'), column('assessmentId'), column('compartment'), column('question'), column('level'), column('notApplicable'), column('declined'),
      column('goal'), column('workNotPermitted'), column('valueSealed'), column('noteSealed'),
    ]);
  }

  /** The answers of a final assessment. */
  answers(assessmentId: string): Promise<AssessmentAnswer[]> {
    return this.tx.rows(ANSWERS, [this.own, assessmentId]);
  }

  /** Every level that stands of an instrument on a case, the oldest first. */
  levels(caseId: string, code: string): Promise<LevelRow[]> {
    return this.tx.rows(LEVELS, [this.own, caseId, code]);
  }
}

const ASSESSMENTS = `
  select assessment.id, assessment.organization_id as "organizationId", assessment.case_id as "caseId", assessment.person_id as "personId",
         assessment.instrument_version_id as "instrumentVersionId", assessment.stage, assessment.information_on::text as "informationOn", assessment.compartment, assessment.state,
         assessment.supersedes_id as "supersedesId", assessment.correction_sealed as "correctionSealed", assessment.language, assessment.interpreter,
         assessment.participant_present as "participantPresent", assessment.draft_sealed as "draftSealed", assessment.outcome, assessment.follow_up_offered as "followUpOffered",
         assessment.version, assessment.created_at as "createdAt", assessment.created_by as "createdBy", assessment.finalized_at as "finalizedAt", assessment.finalized_by as "finalizedBy",
         instrument.code, version.number, version.definition, maker.full_name as "createdByName", finisher.full_name as "finalizedByName",
         (select newer.id from assessments newer where newer.organization_id = assessment.organization_id and newer.supersedes_id = assessment.id) as "supersededById"
    from assessments assessment
    join instrument_versions version on version.organization_id = assessment.organization_id and version.id = assessment.instrument_version_id
    join instruments instrument on instrument.organization_id = version.organization_id and instrument.id = version.instrument_id
    left join users maker on maker.organization_id = assessment.organization_id and maker.id = assessment.created_by
    left join users finisher on finisher.organization_id = assessment.organization_id and finisher.id = assessment.finalized_by
   where assessment.organization_id = $1`;
export const OF_CASE = `${ASSESSMENTS} and assessment.case_id = $2 and ($3::uuid is null or assessment.id < $3) order by assessment.id desc limit $4`;
const INSERT = `
  insert into assessments (organization_id, id, case_id, person_id, instrument_version_id, stage, information_on, compartment, supersedes_id, correction_sealed, language,
                           interpreter, participant_present, draft_sealed, outcome, follow_up_offered, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`;
const SAVE = `
  update assessments set stage = $4, information_on = $5, language = $6, interpreter = $7, participant_present = $8, draft_sealed = $9, outcome = $10, follow_up_offered = $11,
         version = version + 1
   where organization_id = $1 and id = $2 and version = $3 and state = 'draft'`;
const FINISH = `
  update assessments set state = 'final', draft_sealed = null, outcome = $4, finalized_at = $5, finalized_by = $6, version = version + 1
   where organization_id = $1 and id = $2 and version = $3 and state = 'draft'`;
const INSERT_ANSWERS = `
  insert into assessment_answers (organization_id, id, case_id, assessment_id, compartment, question, level, not_applicable, declined, goal, work_not_permitted, value_sealed, note_sealed)
  select $1, given.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::smallint[], $8::boolean[], $9::boolean[], $10::boolean[], $11::boolean[],
                                 $12::bytea[], $13::bytea[]) as given`;
const ANSWERS = `
  select id, organization_id as "organizationId", case_id as "caseId", assessment_id as "assessmentId", compartment, question, level, not_applicable as "notApplicable", declined,
         goal, work_not_permitted as "workNotPermitted", value_sealed as "valueSealed", note_sealed as "noteSealed"
    from assessment_answers where organization_id = $1 and assessment_id = $2 order by id`;
export const LEVELS = `
  select assessment.id as "assessmentId", assessment.person_id as "personId", assessment.stage, assessment.information_on::text as "informationOn", version.id as "versionId",
         answer.question, answer.level, answer.not_applicable as "notApplicable", answer.declined, answer.goal, answer.work_not_permitted as "workNotPermitted"
    from assessments assessment
    join instrument_versions version on version.organization_id = assessment.organization_id and version.id = assessment.instrument_version_id
    join instruments instrument on instrument.organization_id = version.organization_id and instrument.id = version.instrument_id and instrument.code = $3
    join assessment_answers answer on answer.organization_id = assessment.organization_id and answer.assessment_id = assessment.id
   where assessment.organization_id = $1 and assessment.case_id = $2 and assessment.state = 'final'
   order by assessment.information_on, assessment.id, answer.id`;
