import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealing, type SubjectKey } from '../platform/sealing/sealing.service';
import type { AssessmentAnswer } from './assessment-answer.entity';
import type { AssessmentRow } from './assessments.repository';
import type { InstrumentDefinition } from './instrument-definition';
import type { Answer } from './instrument-rules';

const DRAFT_PLACE = 'assessments.draft_sealed';
const CORRECTION_PLACE = 'assessments.correction_sealed';
const VALUE_PLACE = 'assessment_answers.value_sealed';
const NOTE_PLACE = 'assessment_answers.note_sealed';

/** Seals and opens what was answered, under the key of the case. */
@Injectable()
export class AssessmentVault {
  constructor(private readonly sealing: Sealing) {}

  /** Answers so far. */
  async sealDraft(caseId: string, assessmentId: string, answers: readonly Answer[]): Promise<Buffer> {
    return (await this.key(caseId)).seal(DRAFT_PLACE, assessmentId, answers);
  }

  /** The answers of a draft. */
  async openDraft({ caseId, id, draftSealed }: Pick<AssessmentRow, 'caseId' | 'id' | 'draftSealed'>): Promise<Answer[]> {
    return draftSealed ? (await this.key(caseId)).open<Answer[]>(DRAFT_PLACE, id, draftSealed) : [];
  }

  /** Why something is corrected. */
  async sealReason(caseId: string, assessmentId: string, reason: string): Promise<Buffer> {
    return (await this.key(caseId)).seal(CORRECTION_PLACE, assessmentId, reason);
  }

  /** Opens the reason of a correction. */
  async openReason({ caseId, id, correctionSealed }: Pick<AssessmentRow, 'caseId' | 'id' | 'correctionSealed'>): Promise<string | null> {
    return correctionSealed ? (await this.key(caseId)).open<string>(CORRECTION_PLACE, id, correctionSealed) : null;
  }

  /** The rows of final answers: levels in clear, everything else sealed. */
  async toRows(row: Pick<AssessmentRow, 'id' | 'caseId' | 'compartment' | 'definition'>, answers: readonly Answer[]): Promise<Omit<AssessmentAnswer, 'organizationId'>[]> {
    const key = await this.key(row.caseId);
    const inClear = levelQuestions(row.definition);
    return answers.map(({ question, value, notApplicable = false, declined = false, goal = false, workNotPermitted = false, note }) => {
      const id = randomUUID();
      const level = inClear.has(question) && typeof value === 'number' ? value : null;
      const sealed = level === null && value !== undefined && value !== null;
      return {
        id, caseId: row.caseId, assessmentId: row.id, compartment: row.compartment, question, level, notApplicable, declined, goal, workNotPermitted,
        valueSealed: sealed ? key.seal(VALUE_PLACE, id, value) : null,
        noteSealed: note ? key.seal(NOTE_PLACE, id, note) : null,
      };
    });
  }

  /** The answers that rows hold. */
  async fromRows(caseId: string, rows: readonly AssessmentAnswer[]): Promise<Answer[]> {
    if (rows.length === 0) return [];
    const key = await this.key(caseId);
    return rows.map(({ id, question, level, notApplicable, declined, goal, workNotPermitted, valueSealed, noteSealed }) => ({
      question,
      value: level ?? (valueSealed ? key.open<Answer['value']>(VALUE_PLACE, id, valueSealed) : null),
      ...(notApplicable ? { notApplicable } : {}),
      ...(declined ? { declined } : {}),
      ...(goal ? { goal } : {}),
      ...(workNotPermitted ? { workNotPermitted } : {}),
      ...(noteSealed ? { note: key.open<string>(NOTE_PLACE, id, noteSealed) } : {}),
    }));
  }

  private async key(caseId: string): Promise<SubjectKey> {
    const key = (await this.sealing.subjects([caseId])).get(caseId);
    if (!key) throw new Error('a case has no key');
    return key;
  }
}

/** The questions of a definition that are answered with a level. */
export function levelQuestions({ sections }: Pick<InstrumentDefinition, 'sections'>): Set<string> {
  return new Set(sections.flatMap(({ questions }) => questions.filter(({ type }) => type === 'level').map(({ key }) => key)));
}
