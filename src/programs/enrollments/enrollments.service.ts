import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { Consents } from '../../consents/consents.service';
import { Clock } from '../../platform/clock/clock';
import { common, invalid } from '../../platform/errors/problem';
import { ProgramParts } from '../program-parts.repository';
import type { RuleKey, RuleValue } from '../rule-keys';
import { follows, type EnrollmentState } from './enrollment.lifecycle';
import type { EnrollmentView } from './enrollment-views.dto';
import { EnrollmentReader } from './enrollment-reader.service';
import type { MoveEnrollment } from './enrollments.dto';
import { enrollmentProblems } from './enrollments.errors';
import { enrollmentsPolicy } from './enrollments.policy';
import { EnrollmentsRepository, type EnrollmentRow } from './enrollments.repository';

/** What the rooms below need of an enrollment. */
export type EnrollmentAtHand = Pick<EnrollmentRow, 'id' | 'programId' | 'programName' | 'personId' | 'siteId' | 'offerId' | 'caseId' | 'state' | 'stateSince' | 'offeredOn'>;

/** Why somebody said no, when nobody asked for a reason. */
const NOT_SAID = 'not_said';

/** The steps of those who were offered a program. Saying no and stopping are ordinary: nothing here touches a bed or a service. */
@Injectable()
export class Enrollments {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly reader: EnrollmentReader,
    private readonly parts: ProgramParts,
    private readonly consents: Consents,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Takes the next step with somebody. */
  async move(actor: Actor, id: string, body: MoveEnrollment): Promise<EnrollmentView> {
    const row = await this.enrollments.lock(id);
    if (!row || !enrollmentsPolicy.reads(actor, row.siteId)) throw common.NOT_FOUND();
    if (row.version !== body.version) throw common.CHANGED_MEANWHILE();
    if (!follows(row.state, body.to)) throw enrollmentProblems.ENROLLMENT_MOVE_NOT_POSSIBLE({ state: row.state });
    if (!enrollmentsPolicy.moves(actor, row).includes(body.to)) throw common.NOT_ALLOWED();
    const today = this.clock.today(row.timeZone);
    const on = body.on ?? today;
    if (on > today) throw invalid('on', 'Choose today or a day before.');
    if (on < row.stateSince) throw invalid('on', 'Choose a day that is not before the last step.');
    const reason = await this.reasonFor(row, body.to, body.reason ?? null, on);
    if (body.to === 'consented' && (await this.consents.agreeing([row.personId], 'case_management', today)).length === 0) throw enrollmentProblems.ENROLLMENT_NEEDS_CONSENT();
    await this.enrollments.move({ ids: [id], to: body.to, on, reason });
    await this.audit.record({ action: 'enrollment.moved', recordType: 'enrollment', recordId: id, siteId: row.siteId, fields: ['state'], reason: body.to });
    return this.view(actor, row.personId, id);
  }

  /** Makes offers part of a case, so that its seal hides them too. Whoever calls has made sure that the actor may work on the case. */
  async linkToCase(enrollmentIds: readonly string[], caseId: string): Promise<void> {
    if (enrollmentIds.length === 0) return;
    const rows = await this.enrollments.lockAll(enrollmentIds);
    if (rows.length < new Set(enrollmentIds).size) throw common.NOT_FOUND();
    if (rows.some((row) => row.caseId !== null && row.caseId !== caseId)) throw enrollmentProblems.ENROLLMENT_OF_OTHER_CASE();
    const loose = rows.filter((row) => row.caseId === null);
    await this.enrollments.lockPeople(loose.map(({ personId }) => personId));
    await this.enrollments.link(loose.map(({ id }) => id), caseId);
    await this.audit.recordMany(loose.map(({ id, siteId }) => ({ action: 'enrollment.linked' as const, recordType: 'enrollment', recordId: id, siteId, fields: ['case'] })));
  }

  /** The enrollments of a case, for whoever may read the case. */
  async forCase(caseId: string): Promise<EnrollmentAtHand[]> {
    return (await this.enrollments.ofCase(caseId)).map(atHand);
  }

  /** The open offers of people that no case has yet, at sites where the actor may read them. */
  async looseFor(actor: Actor, personIds: readonly string[]): Promise<EnrollmentAtHand[]> {
    const rows = await this.enrollments.ofPeople(personIds);
    return rows.filter((row) => row.caseId === null && follows(row.state, 'exited') && enrollmentsPolicy.reads(actor, row.siteId)).map(atHand);
  }

  /**
   * Moves everybody of a case as far as they can follow, and answers how many did. Whoever calls has made sure that the actor may; a
   * reason of the case's own list is kept as it is.
   */
  async moveForCase(caseId: string, to: EnrollmentState, on: string, reason: string | null = null): Promise<number> {
    const rows = await this.enrollments.lockAll((await this.enrollments.ofCase(caseId)).map(({ id }) => id));
    const moving = rows.filter(({ state, stateSince }) => follows(state, to) && stateSince <= on);
    if (moving.length === 0) return 0;
    const ended = to === 'declined' || to === 'exited';
    await this.enrollments.move({ ids: moving.map(({ id }) => id), to, on, reason: ended ? (reason ?? NOT_SAID) : null });
    await this.audit.recordMany(moving.map(({ id, siteId }) => ({ action: 'enrollment.moved' as const, recordType: 'enrollment', recordId: id, siteId, fields: ['state'], reason: to })));
    return moving.length;
  }

  /** The figures of a program's rules on a day. */
  rulesFor(programId: string, on: string): Promise<ReadonlyMap<RuleKey, RuleValue>> {
    return this.enrollments.figures(programId, on);
  }

  private async reasonFor(row: EnrollmentRow, to: EnrollmentState, said: string | null, on: string): Promise<string | null> {
    if (to !== 'declined' && to !== 'exited') return null;
    const reasons = (await this.parts.endReasons(row.programId, on)).filter(({ endsAs }) => endsAs === to);
    const chosen = said ?? (to === 'declined' ? (reasons.find(({ key }) => key === NOT_SAID)?.key ?? reasons[0]?.key) : undefined);
    if (chosen === undefined || !reasons.some(({ key }) => key === chosen)) throw enrollmentProblems.ENROLLMENT_REASON_UNKNOWN();
    return chosen;
  }

  private async view(actor: Actor, personId: string, id: string): Promise<EnrollmentView> {
    const found = (await this.reader.ofPeople(actor, [personId])).items.find((item) => item.id === id);
    if (!found) throw common.NOT_FOUND();
    return found;
  }
}

function atHand({ id, programId, programName, personId, siteId, offerId, caseId, state, stateSince, offeredOn }: EnrollmentRow): EnrollmentAtHand {
  return { id, programId, programName, personId, siteId, offerId, caseId, state, stateSince, offeredOn };
}
