import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/tx';
import { sufficiencyOf } from '../../plans/milestones/self-sufficiency';
import { insertAll } from './insert';
import { inTheDay, type WorkedFamily } from './worked-family';

/** Writes the milestones that the family's program has in its catalogue, and what the family lived on month by month. */
export async function loadMilestones(tx: Tx, cases: readonly WorkedFamily[]): Promise<void> {
  const reached = cases.flatMap((family) => family.work.milestones.map((milestone) => ({ family, milestone })));
  await insertAll(tx, EVENTS, reached, [
    ({ family }) => family.caseId, ({ milestone }) => milestone.personId, ({ milestone }) => milestone.key, ({ family }) => family.programCode, ({ milestone }) => milestone.state, ({ milestone }) => milestone.on,
    ({ family, milestone }) => (milestone.state === 'achieved' ? family.work.leadId : null), ({ milestone }) => (milestone.state === 'achieved' ? milestone.on : null),
    ({ family, milestone }) => inTheDay(family, milestone.on), ({ family }) => family.work.leadId,
  ]);
  const months = cases.flatMap((family) => family.work.months.map((month) => ({ family, month, id: randomUUID() })));
  await insertAll(tx, MONTHS, months, [
    ({ id }) => id, ({ family }) => family.caseId, ({ month }) => month.month, ({ family, id, month }) => family.key.seal('household_months.amounts_sealed', id, cents(month)), ({ month }) => month.cashAssistance,
    ({ family }) => Math.max(1, family.adults.length), ({ family, month }) => Math.min(month.employed, Math.max(1, family.adults.length)),
    ({ month }) => sufficiencyOf({ ...cents(month), cashAssistance: month.cashAssistance }) === 'self_sufficient', ({ family, month }) => inTheDay(family, `${month.month.slice(0, 7)}-27`), ({ family }) => family.work.leadId,
  ]);
}

function cents({ income, rent }: { income: number; rent: number }): { incomeCents: number; rentCents: number; otherCostsCents: number } {
  return { incomeCents: income * 100, rentCents: rent * 100, otherCostsCents: 40_000 };
}

const EVENTS = `
  insert into milestone_events (organization_id, case_id, person_id, milestone, program_id, state, on_date, verified_by, verified_on, recorded_at, recorded_by)
  select distinct on (r.held, r.person, r.milestone) $1::uuid, r.held, r.person, r.milestone, program.id, r.state, r.on_date, r.verified_by, r.verified_on, r.at, r.by
    from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::date[], $8::uuid[], $9::date[], $10::timestamptz[], $11::uuid[])
      as r (held, person, milestone, program, state, on_date, verified_by, verified_on, at, by)
    join programs program on program.organization_id = $1 and program.code = r.program
   where exists (select from program_milestones known where known.organization_id = $1 and known.program_id = program.id and known.key = r.milestone and known.superseded_at is null
                    and known.applies_to = case when r.person is null then 'party' else known.applies_to end and (r.person is null or known.applies_to <> 'party'))`;
const MONTHS = `
  insert into household_months (organization_id, id, case_id, month, amounts_sealed, cash_assistance, employable, employed, self_sufficient, recorded_at, recorded_by)
  select $1, r.* from unnest($2::uuid[], $3::uuid[], $4::date[], $5::bytea[], $6::bool[], $7::smallint[], $8::smallint[], $9::bool[], $10::timestamptz[], $11::uuid[]) as r`;
