import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { AuditAction } from '../audit/audit-events';
import type { Actor } from '../auth/actor';
import { addDays, Clock, daysBetween, momentAt } from '../platform/clock/clock';
import { common } from '../platform/errors/problem';
import { BedLedger } from './bed-ledger';
import { allows, mayBeNoShow, mayDepartOn, MOST_NIGHTS, type StayAction } from './stay.lifecycle';
import { toStayView } from './stay-views';
import { arrivedOn, before, departingOn, replaced, since, usedSince, type Segment } from './stay-timeline';
import type { ArriveStay, CancelStay, DepartStay, ExtendStay, LeaveStay, MoveStay, NoShowStay, ReturnStay } from './stays.dto';
import { stayProblems } from './stays.errors';
import { staysPolicy } from './stays.policy';
import { StaysRepository, type StayChange, type StayRow } from './stays.repository';
import type { StayView } from './stays.views.dto';

/** What becomes of a stay: the change of the stay itself, its nights from now on, and why. */
interface Outcome {
  change: StayChange;
  nights: Segment[];
  reason: string;
}

/**
 * What happens to a guest between booking and departure, or to several of a party at once. Every method loads, checks, writes
 * nights anew and records it.
 */
@Injectable()
export class StaysService {
  constructor(
    private readonly stays: StaysRepository,
    private readonly ledger: BedLedger,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The guest came: on their day, late or early. */
  arrive(actor: Actor, id: string, body: ArriveStay): Promise<StayView> {
    return this.happens(actor, id, 'arrive', body, 'stay.arrived', ({ stay, nights, today }) => {
      const on = body.on ?? today;
      if (on > today) throw stayProblems.STAY_NOT_YET({ today });
      if (on < addDays(today, -1)) throw stayProblems.STAY_IN_PAST({ today });
      // Who comes on another day for a visit without a night has no bed for the nights between.
      const departsOn = nights.length === 0 ? on : later(stay.departsOn, on);
      return { change: { state: 'in_house', arrivesOn: on, departsOn, arrivedAt: this.clock.now() }, nights: arrivedOn(nights, on), reason: 'arrived' };
    });
  }

  /** The guest leaves on another day than was planned. Nights that are added are in the same bed unless another one is named. */
  extend(actor: Actor, id: string, body: ExtendStay): Promise<StayView> {
    return this.happens(actor, id, 'extend', body, 'stay.extended', ({ stay, nights, today }) => {
      const { departsOn, bedId } = body;
      const first = stay.state === 'booked' ? stay.arrivesOn : today;
      if (departsOn < stay.arrivesOn) throw stayProblems.STAY_DATES();
      if (departsOn < first) throw stayProblems.STAY_IN_PAST({ today });
      if (daysBetween(stay.arrivesOn, departsOn) > MOST_NIGHTS) throw stayProblems.STAY_TOO_LONG();
      if (bedId !== undefined && body.together?.length) throw stayProblems.STAY_BED_TWICE();
      if (departsOn > stay.departsOn && nights.length === 0 && bedId === undefined) throw stayProblems.STAY_NEEDS_BED();
      const next = departingOn(nights, stay.departsOn, departsOn, { bedId, use: useOf(stay) });
      return { change: { departsOn }, nights: next, reason: departsOn < stay.departsOn ? 'shortened' : 'extended' };
    });
  }

  /** The guest gets another bed from a night on. */
  move(actor: Actor, id: string, body: MoveStay): Promise<StayView> {
    return this.happens(actor, id, 'move', body, 'stay.moved', ({ stay, nights, today }) => {
      const from = body.from ?? later(today, stay.arrivesOn);
      if (from < later(today, stay.arrivesOn)) throw stayProblems.STAY_IN_PAST({ today });
      if (from >= stay.departsOn) throw stayProblems.STAY_OVER({ departsOn: stay.departsOn });
      const use = since(nights, from)[0]?.use ?? useOf(stay);
      return { change: {}, nights: replaced(nights, from, stay.departsOn, { bedId: body.bedId, use }), reason: 'moved' };
    });
  }

  /** The guest left. The bed is free from that day on; nights past the planned day are kept if somebody else does not have them. */
  depart(actor: Actor, id: string, body: DepartStay): Promise<StayView> {
    return this.happens(actor, id, 'depart', body, 'stay.departed', ({ stay, nights, today }) => {
      const on = body.on ?? today;
      if (!mayDepartOn(on, stay.arrivesOn, today)) throw stayProblems.STAY_DEPARTURE_DATE({ arrivesOn: stay.arrivesOn, today });
      const departedAt = on === today ? this.clock.now() : momentAt(on, '12:00', stay.timeZone);
      return { change: { state: 'departed', departsOn: on, departedAt, endedReason: body.reason }, nights: departingOn(nights, stay.departsOn, on, stay.state === 'away' ? null : { use: 'in_house' }), reason: 'departed' };
    });
  }

  /** A booked guest did not come; their bed is free. */
  noShow(actor: Actor, id: string, body: NoShowStay): Promise<StayView> {
    return this.happens(actor, id, 'no-show', body, 'stay.no_show', ({ stay, today }) => {
      if (!mayBeNoShow(stay.arrivesOn, today)) throw stayProblems.STAY_NOT_THEIR_DAY({ arrivesOn: stay.arrivesOn });
      return { change: { state: 'no_show', endedReason: 'no_show' }, nights: [], reason: 'no_show' };
    });
  }

  /** A booking is called off; the bed is free. */
  cancel(actor: Actor, id: string, body: CancelStay): Promise<StayView> {
    return this.happens(actor, id, 'cancel', body, 'stay.cancelled', () => ({
      change: { state: 'cancelled', endedReason: body.reason }, nights: [], reason: 'cancelled',
    }));
  }

  /** One guest sleeps elsewhere from a night on; the rest of the party is not touched. */
  leave(actor: Actor, id: string, body: LeaveStay): Promise<StayView> {
    return this.happens(actor, id, 'leave', body, 'stay.left', ({ stay, nights, today }) => {
      const from = body.from ?? today;
      if (from > today || from < later(addDays(today, -1), stay.arrivesOn)) throw stayProblems.STAY_IN_PAST({ today });
      const kept = body.keepBed ?? true;
      return { change: { state: 'away' }, nights: kept ? usedSince(nights, from, 'away') : before(nights, from), reason: `left_${body.reason}` };
    });
  }

  /** The guest is back from tonight on, in their bed or in another one. */
  return(actor: Actor, id: string, body: ReturnStay): Promise<StayView> {
    return this.happens(actor, id, 'return', body, 'stay.returned', ({ stay, nights, today }) => {
      const departsOn = body.departsOn ?? stay.departsOn;
      if (departsOn < today) throw stayProblems.STAY_OVER({ departsOn: stay.departsOn });
      const kept = since(nights, today);
      const bedId = body.bedId ?? kept[0]?.bedId ?? (body.departsOn ? nights.at(-1)?.bedId : undefined);
      if (departsOn > today && bedId === undefined) throw stayProblems.STAY_NEEDS_BED();
      const back = bedId === undefined ? before(nights, today) : replaced(before(nights, departsOn), today, departsOn, { bedId, use: 'in_house' });
      return { change: { state: 'in_house', departsOn }, nights: back, reason: 'returned' };
    });
  }

  private async happens(
    actor: Actor,
    id: string,
    action: StayAction,
    { version, together = [], bedId }: { version?: number; together?: string[]; bedId?: string },
    event: AuditAction,
    decide: (now: { stay: StayRow; nights: Segment[]; today: string }) => Outcome,
  ): Promise<StayView> {
    // Locked in one order, so that two who change the same party wait for each other.
    const stays: StayRow[] = [];
    for (const each of [...new Set([id, ...together])].sort()) stays.push(await this.lock(actor, each));
    const first = stays.find((stay) => stay.id === id) as StayRow;
    if (version !== undefined && version !== first.version) throw common.CHANGED_MEANWHILE({ version: first.version });
    if (stays.some(({ partyId }) => partyId !== first.partyId)) throw stayProblems.STAY_NOT_A_MEMBER();
    await this.ledger.take(stays.map((stay) => stay.id), bedId === undefined ? [] : [bedId]);
    for (const stay of stays) {
      if (!allows(stay.state, action)) throw stayProblems.STAY_STATE({ stayId: stay.id, state: stay.state });
      const { change, nights, reason } = decide({ stay, nights: await this.ledger.nightsOf(stay.id), today: this.clock.today(stay.timeZone) });
      await this.ledger.rewrite(stay, nights, { reason });
      await this.stays.change(stay, change);
      await this.audit.record({ action: event, recordType: 'stay', recordId: stay.id, siteId: stay.siteId, fields: Object.keys(change).sort(), reason });
    }
    const [row] = await this.stays.withIds([id]);
    if (!row) throw common.NOT_FOUND();
    return toStayView(actor, row);
  }

  private async lock(actor: Actor, id: string): Promise<StayRow> {
    const stay = await this.stays.lock(id);
    if (!stay) throw common.NOT_FOUND();
    staysPolicy.mayBook(actor, stay.siteId);
    return stay;
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function useOf(stay: Pick<StayRow, 'state'>): Segment['use'] {
  return stay.state === 'booked' || stay.state === 'away' ? stay.state : 'in_house';
}
