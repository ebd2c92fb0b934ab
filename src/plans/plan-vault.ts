import { Injectable } from '@nestjs/common';
import { common } from '../platform/errors/problem';
import { Sealing, type SubjectKey } from '../platform/sealing/sealing.service';
import { EVIDENCE_PLACE, GOAL_PLACE, STEP_PLACE, type GoalThen, type StepThen, type StepWords } from './plan-content';
import type { GoalRow, GoalVersionRow, StepRow } from './goals.repository';

/** A step with its words opened. */
export type OpenStep = StepThen & { goalId: string; position: number };

/** Seals and opens the words of plans under the key of their case. */
@Injectable()
export class PlanVault {
  constructor(private readonly sealing: Sealing) {}

  /** The key of a case. When it was destroyed, what it sealed is gone. */
  async keyOf(caseId: string): Promise<SubjectKey> {
    const key = (await this.sealing.subjects([caseId])).get(caseId);
    if (!key) throw common.NOT_FOUND();
    return key;
  }

  /** The words of a goal, and its steps as they were, of one version. */
  openGoal(key: SubjectKey, row: Pick<GoalRow, 'versionId' | 'contentSealed'> | Pick<GoalVersionRow, 'id' | 'contentSealed'>): GoalThen {
    return key.open<GoalThen>(GOAL_PLACE, 'versionId' in row ? row.versionId : row.id, row.contentSealed);
  }

  /** A step with its words. */
  openStep(key: SubjectKey, row: StepRow): OpenStep {
    const { contentSealed, evidenceSealed, ...clear } = row;
    return {
      ...clear,
      ...key.open<StepWords>(STEP_PLACE, row.id, contentSealed),
      evidence: evidenceSealed ? key.open<string>(EVIDENCE_PLACE, row.id, evidenceSealed) : '',
    };
  }

  /** The row of a step. */
  sealStep(key: SubjectKey, { what, partner, evidence, ...clear }: OpenStep): StepRow {
    return {
      ...clear,
      contentSealed: key.seal(STEP_PLACE, clear.id, { what, partner } satisfies StepWords),
      evidenceSealed: evidence === '' ? null : key.seal(EVIDENCE_PLACE, clear.id, evidence),
    };
  }
}
