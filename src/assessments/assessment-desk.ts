import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { CaseAccess, type CaseAtHand } from '../cases/case-access';
import { isAdultOn } from '../people/age';
import { PeopleService } from '../people/people.service';
import { Clock } from '../platform/clock/clock';
import { common, invalid } from '../platform/errors/problem';
import { AssessmentsRepository, type AssessmentRow } from './assessments.repository';
import { assessmentProblems } from './assessments.errors';
import { answerProblem, type Answer } from './instrument-rules';
import type { InstrumentDefinition } from './instrument-definition';

const sentences = {
  not_applicable: 'This question always applies.',
  goal: 'This cannot be ticked as a goal.',
  remark: 'The remark about work does not belong to this question.',
  note: 'There is no note beside this question.',
  both: 'Give an answer, or say that it does not apply or was declined; not both.',
  level: 'Choose one level from 1 to 5.',
  option: 'Choose from the list.',
  yes_no: 'Answer with yes or no.',
  number: 'This number is outside of what can be.',
  date: 'Write a date.',
  text: 'Write at most 500 characters.',
} as const;

/** An assessment that the actor was let to, with its case. */
export interface AssessmentAtHand {
  row: AssessmentRow;
  found: CaseAtHand;
}

/** The door to an assessment: first its case, then its compartment (which the database keeps shut by itself). */
@Injectable()
export class AssessmentDesk {
  constructor(
    private readonly access: CaseAccess,
    private readonly assessments: AssessmentsRepository,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** The case on which something is begun. */
  requireCase(actor: Actor, caseId: string): Promise<CaseAtHand> {
    return this.access.require(actor, 'work', caseId);
  }

  /** An assessment to read or to work on. One that is not the actor's to see is answered like one that does not exist. */
  async require(actor: Actor, need: 'read' | 'work', id: string): Promise<AssessmentAtHand> {
    const row = await this.assessments.find(id, need === 'work');
    if (!row) throw common.NOT_FOUND();
    return { row, found: await this.access.require(actor, need, row.caseId) };
  }

  /** A draft to work on. */
  async requireDraft(actor: Actor, id: string): Promise<AssessmentAtHand> {
    const at = await this.require(actor, 'work', id);
    if (at.row.state !== 'draft') throw assessmentProblems.ASSESSMENT_FINAL();
    return at;
  }

  /** Refuses answers that do not fit their questions, each by name. */
  checkAnswers(definition: InstrumentDefinition, answers: readonly Answer[]): void {
    const questions = new Map(definition.sections.flatMap((section) => section.questions.map((question) => [question.key, question] as const)));
    const seen = new Set<string>();
    const fields = answers.flatMap((answer) => {
      const question = questions.get(answer.question);
      const again = seen.has(answer.question);
      seen.add(answer.question);
      const field = `answers.${answer.question}`;
      if (!question) return [{ field, message: 'This version has no such question.' }];
      if (again) return [{ field, message: 'There is one answer to a question.' }];
      const problem = answerProblem(question, answer);
      return problem ? [{ field, message: `${question.text.en}: ${sentences[problem]}` }] : [];
    });
    if (fields.length > 0) throw assessmentProblems.ANSWER_NOT_ALLOWED({}, fields);
  }

  /** The day the answers speak of: today unless it is said; never one that has not come. */
  day(found: CaseAtHand, informationOn: string | null | undefined): string {
    const today = this.clock.today(found.timeZone);
    if (informationOn && informationOn > today) throw invalid('informationOn', 'This day has not come yet.');
    return informationOn ?? today;
  }

  /** Refuses whoever the instrument is not for: it is for the family together, for somebody of the case, or for an adult of it. */
  async checkSubject({ subject }: InstrumentDefinition, found: CaseAtHand, personId: string | null, on: string): Promise<void> {
    if (subject === 'case') {
      if (personId !== null) throw invalid('personId', 'This is gone through with the family together.');
      return;
    }
    if (personId === null) throw invalid('personId', 'Choose whom it is about.');
    if (!(await this.access.members(found.id)).includes(personId)) throw common.NOT_FOUND();
    if (subject !== 'adult') return;
    const person = (await this.people.openPersons([personId])).get(personId);
    if (person && isAdultOn(person.identity, person.ageBand, on) === false) throw assessmentProblems.ASSESSMENT_NOT_ADULT();
  }
}
