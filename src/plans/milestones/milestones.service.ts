import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { CaseAccess, type CaseAtHand } from '../../cases/case-access';
import { Clock } from '../../platform/clock/clock';
import { common, invalid } from '../../platform/errors/problem';
import { Sealing, type SubjectKey } from '../../platform/sealing/sealing.service';
import { MilestonePaths } from './milestone-paths.service';
import type { MilestoneHistory, MilestoneHistoryQuery, MilestonePath, RecordMilestone } from './milestones.dto';
import { milestoneProblems } from './milestones.errors';
import { MilestonesRepository, type CatalogueMilestone } from './milestones.repository';

const NOTE_PLACE = 'milestone_events.note_sealed';

/** Records where people stand with their milestones. Nothing else follows from it: no bed, meal or service asks. */
@Injectable()
export class Milestones {
  constructor(
    private readonly milestones: MilestonesRepository,
    private readonly cases: CaseAccess,
    private readonly paths: MilestonePaths,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Records what a participant and their worker say about a milestone; answers the path of the case. */
  async record(actor: Actor, caseId: string, body: RecordMilestone): Promise<MilestonePath> {
    const found = await this.cases.require(actor, 'work', caseId);
    const today = this.clock.today(found.timeZone);
    const personId = body.personId ?? null;
    const on = body.state === 'not_started' ? null : (body.on ?? today);
    const named = await this.named(found, body, today);
    await this.refuseWrongSubject(caseId, personId, named);
    if (on !== null && on > today) throw invalid('on', 'This day has not come yet. Choose today or a day before.');
    if (body.evidence && !named.evidenceKinds.includes(body.evidence)) throw invalid('evidence', 'Choose one of the kinds of evidence of this milestone.');
    await this.makeRoom(caseId, personId, body);
    const id = randomUUID();
    const note = body.note?.trim() ?? '';
    await this.milestones.insert(
      {
        id, caseId, personId, milestone: body.milestone, programId: named.programId, state: body.state, on, evidence: body.evidence ?? null,
        noteSealed: note === '' ? null : (await this.keyOf(caseId)).seal(NOTE_PLACE, id, note), verifiedOn: body.verified ? today : null,
      },
      this.clock.now(),
    );
    await this.audit.record({
      action: 'milestone.recorded', recordType: 'milestone_event', recordId: id, siteId: found.siteId, fields: [body.milestone, 'state', 'on', ...(note === '' ? [] : ['note'])],
      reason: body.correction ? 'correction' : null,
    });
    return this.paths.ofCase(actor, caseId);
  }

  /** Everything that was said about a milestone of a person or of the family. */
  async history(actor: Actor, caseId: string, { milestone, personId }: MilestoneHistoryQuery): Promise<MilestoneHistory> {
    const found = await this.cases.require(actor, 'read', caseId);
    const rows = await this.milestones.history(caseId, personId ?? null, milestone);
    const key = rows.some(({ noteSealed }) => noteSealed !== null) ? await this.keyOf(caseId) : null;
    await this.audit.record({ action: 'milestone.opened', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: [milestone, 'notes'] });
    return {
      items: rows.map(({ id, state, on, evidence, noteSealed, verifiedOn, verifiedBy, recordedAt, recordedBy, supersededAt, endedHow }) => ({
        id, state, on, evidence, note: noteSealed === null || key === null ? null : key.open<string>(NOTE_PLACE, id, noteSealed), verifiedOn, verifiedBy, recordedAt, recordedBy,
        supersededAt, endedHow,
      })),
    };
  }

  private async named(found: CaseAtHand, { milestone }: RecordMilestone, today: string): Promise<CatalogueMilestone> {
    const programs = await this.milestones.programs(found.id);
    const catalogue = await this.milestones.catalogue(programs.map(({ id }) => id), today);
    const named = catalogue.find((candidate) => candidate.milestone === milestone);
    if (!named) throw milestoneProblems.MILESTONE_NOT_IN_PROGRAM({}, [{ field: 'milestone', message: 'No program of this case has this milestone.' }]);
    return named;
  }

  private async refuseWrongSubject(caseId: string, personId: string | null, { appliesTo }: CatalogueMilestone): Promise<void> {
    if (personId !== null && !(await this.cases.members(caseId)).includes(personId)) {
      throw common.NOT_FOUND({}, [{ field: 'personId', message: 'This person is not part of the case.' }]);
    }
    if ((appliesTo === 'party') !== (personId === null)) throw invalid('personId', appliesTo === 'party' ? 'This milestone is the family’s.' : 'Say whose milestone it is.');
  }

  /** Ends the newest row, if it is the one the worker looked at. Two who write at once are told apart by the database. */
  private async makeRoom(caseId: string, personId: string | null, body: RecordMilestone): Promise<void> {
    const newest = await this.milestones.lock(caseId, personId, body.milestone);
    if ((newest?.id ?? null) !== (body.replaces ?? null)) throw milestoneProblems.MILESTONE_CHANGED(newest ? { eventId: newest.id, state: newest.state, on: newest.on } : {});
    if (newest) await this.milestones.supersede(newest.id, body.correction ? 'corrected' : 'changed', this.clock.now());
  }

  private async keyOf(caseId: string): Promise<SubjectKey> {
    const key = (await this.sealing.subjects([caseId])).get(caseId);
    if (!key) throw common.NOT_FOUND();
    return key;
  }
}
