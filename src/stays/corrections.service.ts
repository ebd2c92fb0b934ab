import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { Sealing, type SubjectKey } from '../platform/sealing/sealing.service';
import { CORRECTION_NOTE_PLACE } from './bed-period.entity';
import { BedLedger } from './bed-ledger';
import { replaced } from './stay-timeline';
import { toStayView } from './stay-views';
import type { CorrectStay } from './stays.dto';
import { stayProblems } from './stays.errors';
import { staysPolicy } from './stays.policy';
import { StaysRepository, type StayChange, type StayRow } from './stays.repository';
import type { StayTrailView, StayView } from './stays.views.dto';

const CORRECTABLE = ['in_house', 'away', 'departed'];

/** Nights that are over, put right: what was written is superseded with a reason and stays readable. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly stays: StaysRepository,
    private readonly ledger: BedLedger,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Says what really happened on nights that are over. A report made before keeps its numbers; one made after counts these.
   * @throws CORRECTION_DATES, CORRECTION_NEEDS_BED, STAY_BED_TAKEN, STAY_PERSON_ELSEWHERE
   */
  async correct(actor: Actor, id: string, body: CorrectStay): Promise<StayView> {
    const stay = await this.stays.lock(id);
    if (!stay) throw common.NOT_FOUND();
    staysPolicy.mayCorrect(actor, stay.siteId);
    if (body.version !== undefined && body.version !== stay.version) throw common.CHANGED_MEANWHILE({ version: stay.version });
    if (!CORRECTABLE.includes(stay.state)) throw stayProblems.STAY_STATE({ state: stay.state });
    const today = this.clock.today(stay.timeZone);
    if (body.from >= body.until || body.until > today) throw stayProblems.CORRECTION_DATES({ today });
    const nights = await this.ledger.nightsOf(id);
    const bedId = body.bedId ?? nights.findLast(({ from }) => from <= body.from)?.bedId ?? nights[0]?.bedId;
    if (body.to !== 'not_here' && bedId === undefined) throw stayProblems.CORRECTION_NEEDS_BED();
    const piece = body.to === 'not_here' || bedId === undefined ? null : { bedId, use: body.to === 'slept' ? 'in_house' : 'away' } as const;
    await this.ledger.rewrite(stay, replaced(nights, body.from, body.until, piece), { reason: `correction_${body.reason}`, note: body.note?.trim() || undefined });
    await this.stays.change(stay, datesAfter(stay, body));
    await this.audit.record({ action: 'stay.corrected', recordType: 'stay', recordId: id, siteId: stay.siteId, fields: ['nights'], reason: body.reason });
    const [row] = await this.stays.withIds([id]);
    if (!row) throw common.NOT_FOUND();
    return toStayView(actor, row);
  }

  /** A stay with everything that was ever written about its nights: by whom, when, and what took its place. */
  async trail(actor: Actor, id: string): Promise<StayTrailView> {
    const [stay] = await this.stays.withIds([id]);
    if (!stay) throw common.NOT_FOUND();
    staysPolicy.mayRead(actor, stay.siteId);
    const rows = await this.stays.trail(id);
    const opens = rows.some(({ noteSealed }) => noteSealed) && staysPolicy.seesNames(actor, stay.siteId);
    const keys: ReadonlyMap<string, SubjectKey> = opens ? await this.sealing.subjects([stay.personId]) : new Map();
    const key = keys.get(stay.personId);
    if (key) await this.audit.record({ action: 'stay.listed', recordType: 'stay', recordId: id, siteId: stay.siteId, fields: ['note'] });
    return {
      ...toStayView(actor, stay),
      trail: rows.map(({ noteSealed, recordedAt, supersededAt, ...row }) => ({
        ...row,
        recordedAt: recordedAt.toISOString(),
        supersededAt: supersededAt?.toISOString() ?? null,
        note: noteSealed && key ? key.open<string>(CORRECTION_NOTE_PLACE, row.id, noteSealed) : null,
      })),
    };
  }
}

/** A correction at the edge of a stay moves the edge: they came earlier, or left later, than was written. */
function datesAfter(stay: StayRow, { from, until, to }: CorrectStay): StayChange {
  const departed = stay.state === 'departed';
  if (to !== 'not_here') {
    return { arrivesOn: from < stay.arrivesOn ? from : stay.arrivesOn, departsOn: until > stay.departsOn ? until : stay.departsOn };
  }
  if (from <= stay.arrivesOn && until > stay.arrivesOn) return { arrivesOn: until < stay.departsOn ? until : stay.departsOn };
  return departed && until >= stay.departsOn && from < stay.departsOn ? { departsOn: from } : {};
}
