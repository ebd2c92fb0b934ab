import { Injectable } from '@nestjs/common';
import { Audit } from '../../../audit/audit.service';
import type { Actor } from '../../../auth/actor';
import { fullName, PeopleService } from '../../../people/people.service';
import { addDays, Clock } from '../../../platform/clock/clock';
import { common, invalid } from '../../../platform/errors/problem';
import { exactCell, isSmall, publishedCells, type CohortCell } from './cohort-cell';
import type { CohortMilestone, CohortQuery, CohortRowPage, CohortRowsQuery, CohortSufficiency, CohortView } from './cohort.dto';
import { CohortRepository, type CohortCountRow, type CohortScope, type SufficiencyCount } from './cohort.repository';

const LONGEST_SPAN_DAYS = 1_830;
const USUAL_PAGE = 50;

/** Who asked for which part, and whether small numbers may be shown to them. */
interface Asked extends CohortScope {
  exact: boolean;
  /** The other sites, when a reader of numbers asked for one. */
  otherSites: readonly string[] | null;
}

/** Tells what those who entered a program reached: every number to supervisors for their sites, no small ones to readers of reports. */
@Injectable()
export class Cohorts {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly people: PeopleService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The milestones of those who entered a program in a span, on the days from their entry. */
  async ofProgram(actor: Actor, programId: string, query: CohortQuery): Promise<CohortView> {
    if (!actor.can('cases.supervise') && !actor.can('reports.read')) throw common.NOT_ALLOWED();
    const programName = await this.cohorts.programName(programId);
    if (programName === null) throw common.NOT_FOUND();
    const asked = await this.asked(actor, programId, query);
    const rest = asked.otherSites && { ...asked, siteIds: asked.otherSites };
    const size = await this.cohorts.size(asked);
    const counts = await this.cohorts.counts(asked);
    const restCounts = rest && (await this.cohorts.counts(rest));
    const restSize = rest && (await this.cohorts.size(rest));
    const sufficiency = await this.cohorts.sufficiency(asked);
    const restSufficiency = rest && (await this.cohorts.sufficiency(rest));
    await this.audit.record({ action: 'cohort.opened', recordType: 'program', recordId: programId, siteId: query.siteId ?? null, fields: [asked.from, asked.to, asked.exact ? 'exact' : 'published'] });
    const sizeOf = (part: 'people' | 'families'): number | null => (asked.exact || !(isSmall(size[part]) || (restSize && isSmall(restSize[part]))) ? size[part] : null);
    return {
      programId, programName, from: asked.from, to: asked.to, siteId: query.siteId ?? null, exact: asked.exact,
      peopleEntered: sizeOf('people'), familiesEntered: sizeOf('families'),
      milestones: toMilestones(counts, restCounts, asked.exact),
      sufficiency: sufficiency.map((row, at) => toSufficiency(row, restSufficiency?.[at], asked.exact)),
    };
  }

  /** Those behind a number; for supervisors, at their sites. */
  async rows(actor: Actor, programId: string, query: CohortRowsQuery): Promise<CohortRowPage> {
    if ((await this.cohorts.programName(programId)) === null) throw common.NOT_FOUND();
    const asked = await this.asked(actor, programId, query);
    if (!asked.exact) throw common.NOT_FOUND();
    const limit = query.limit ?? USUAL_PAGE;
    const found = await this.cohorts.rows(asked, query, query.after ?? null, limit + 1);
    const page = found.slice(0, limit);
    const ids = page.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    const opened = await this.people.openPersons(ids);
    await this.audit.recordMany([
      { action: 'cohort.rows_opened', recordType: 'program', recordId: programId, siteId: query.siteId ?? null, fields: [query.milestone, `day ${query.day}`, query.set] },
      ...ids.map((id) => ({ action: 'person.listed' as const, recordType: 'person', recordId: id, fields: ['names'] })),
    ]);
    return {
      items: page.map((row) => {
        const person = row.personId === null ? undefined : opened.get(row.personId);
        return { ...row, name: person ? fullName(person.identity) : null };
      }),
      next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  }

  private async asked(actor: Actor, programId: string, { from, to, siteId }: CohortQuery): Promise<Asked> {
    if (to < from) throw invalid('to', 'The last day is not before the first one.');
    if (addDays(from, LONGEST_SPAN_DAYS) < to) throw invalid('to', 'Choose at most five years.');
    const otherSites = siteId ? await this.cohorts.otherSites(siteId) : null;
    if (siteId && otherSites === null) throw common.NOT_FOUND();
    const now = this.clock.now();
    if (actor.can('cases.supervise', siteId)) {
      const all = actor.sitesFor('cases.supervise');
      return { programId, from, to, siteIds: siteId ? [siteId] : all === 'all' ? null : all, now, exact: true, otherSites: null };
    }
    if (!actor.can('reports.read')) throw common.NOT_FOUND();
    // Whole quarters, so that two spans that differ by a day do not tell of one person.
    return { programId, from: quarterStart(from), to: quarterEnd(to), siteIds: siteId ? [siteId] : null, now, exact: false, otherSites };
  }
}

function toMilestones(rows: readonly CohortCountRow[], rest: readonly CohortCountRow[] | null, exact: boolean): CohortMilestone[] {
  const keys = [...new Set(rows.map(({ milestone }) => milestone))];
  return keys.flatMap((key) => {
    const own = rows.filter(({ milestone }) => milestone === key);
    const [first] = own;
    if (!first) return [];
    const cells = exact ? own.map(exactCell) : publishedCells(own, rest?.filter(({ milestone }) => milestone === key) ?? null);
    const { milestone, labels, group, subject } = first;
    return [{ milestone, labels, group, subject, points: own.map(({ day }, at) => ({ day, ...withShare(cells[at] as CohortCell) })) }];
  });
}

function withShare(cell: CohortCell): CohortCell & { share: number | null } {
  const { achieved, denominator } = cell;
  return { ...cell, share: achieved === null || denominator === null || denominator === 0 ? null : Math.round((1000 * achieved) / denominator) / 1000 };
}

/** The frozen looks of a day; for a reader of numbers all or nothing. */
function toSufficiency(row: SufficiencyCount, rest: SufficiencyCount | undefined, exact: boolean): CohortSufficiency {
  const hidden = !exact && [row, ...(rest ? [rest] : [])].some(({ day: _day, ...counts }) => Object.values(counts).some(isSmall) || isSmall(counts.frozen - counts.lostContact));
  return hidden ? { day: row.day, frozen: null, selfSufficient: null, notSelfSufficient: null, unknown: null, lostContact: null } : row;
}

function quarterStart(date: string): string {
  const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function quarterEnd(date: string): string {
  return addDays(quarterStart(addDays(quarterStart(date), 93)), -1);
}
