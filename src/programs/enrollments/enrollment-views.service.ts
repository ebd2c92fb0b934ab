import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Sealing } from '../../platform/sealing/sealing.service';
import type { Labels } from '../program-measure.entity';
import { ProgramParts } from '../program-parts.repository';
import { OVERRIDE_PLACE } from './enrollment.entity';
import { toEligibilityView, type EndReasonSaid, type EnrollmentView } from './enrollment-views.dto';
import { enrollmentsPolicy } from './enrollments.policy';
import { EnrollmentsRepository, type EnrollmentRow } from './enrollments.repository';

/** Makes views of enrollments: the words of their rules and reasons, their history, and what the reader may do. */
@Injectable()
export class EnrollmentViews {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly parts: ProgramParts,
    private readonly sealing: Sealing,
  ) {}

  /** The views of enrollments; `names` has those that the reader may see, and `opens` tells whether sealed reasons are opened. */
  async of(actor: Actor, rows: readonly EnrollmentRow[], names: ReadonlyMap<string, string>, opens: boolean): Promise<EnrollmentView[]> {
    if (rows.length === 0) return [];
    const rules = new Map((await this.parts.eligibilityByIds([...new Set(rows.flatMap(({ eligibility }) => eligibility.rules.map(({ ruleId }) => ruleId)))])).map((rule) => [rule.id, rule]));
    const words = await this.enrollments.reasonWords([...new Set(rows.map(({ programId }) => programId))]);
    const events = await this.enrollments.events(rows.map(({ id }) => id));
    const keys = opens ? await this.sealing.subjects(rows.filter(({ overridden }) => overridden).map(({ personId }) => personId)) : new Map<string, never>();
    return rows.map((row) => ({
      id: row.id, programId: row.programId, programName: row.programName, siteId: row.siteId, personId: row.personId, offerId: row.offerId, state: row.state,
      stateSince: row.stateSince, offeredOn: row.offeredOn, referredBy: row.referredBy, basis: row.basis, overridden: row.overridden, version: row.version,
      name: names.get(row.personId) ?? null,
      caseId: enrollmentsPolicy.seesCase(actor, row.siteId) ? row.caseId : null,
      endReason: reasonSaid(row.programId, row.endReason, words),
      eligibility: toEligibilityView(row.eligibility, rules),
      overrideReason: row.overrideSealed ? (keys.get(row.personId)?.open<string>(OVERRIDE_PLACE, row.id, row.overrideSealed) ?? null) : null,
      moves: enrollmentsPolicy.moves(actor, row),
      events: events.filter(({ enrollmentId }) => enrollmentId === row.id).map(({ id, from, to, on, reason, recordedAt, recordedBy }) => ({
        id, from, to, on, reason: reasonSaid(row.programId, reason, words), recordedAt, recordedBy,
      })),
    }));
  }
}

function reasonSaid(programId: string, key: string | null, words: ReadonlyMap<string, Labels>): EndReasonSaid | null {
  if (key === null) return null;
  const labels = words.get(`${programId}|${key}`);
  return { key, labels: labels ? { en: labels.en, es: labels.es } : null };
}
