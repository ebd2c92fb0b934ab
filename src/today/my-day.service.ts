import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { fullName, PeopleService } from '../people/people.service';
import { STEP_PLACE, type StepWords } from '../plans/plan-content';
import { addDays, Clock } from '../platform/clock/clock';
import { Sealing } from '../platform/sealing/sealing.service';
import { SiteDirectory } from '../sites/site-directory';
import { myDayKinds, type MyDayBlock, type MyDayKind, type MyDayLine, type MyDayQuery, type MyDayView } from './my-day.dto';
import { MyDayRepository, type FamilyRow, type WaitingRow } from './my-day.repository';

const SHOWN = 8;

/** How many days ahead each kind looks. */
const AHEAD: Record<MyDayKind, number> = {
  steps: 7, reviews: 7, assessments: 7, follow_ups: 7, unsigned: 0, cosign: 0, referrals: 0, milestones: 0, consents: 30, papers: 30, nothing_planned: 0,
};

/** What is late once its day has passed; of the others the day only says when it was. */
const hasDueDay: ReadonlySet<MyDayKind> = new Set(['steps', 'reviews', 'assessments', 'follow_ups', 'papers']);

/** Who a line is about, and what a step says. */
interface Opened {
  names: ReadonlyMap<string, string>;
  families: ReadonlyMap<string, FamilyRow>;
  words: ReadonlyMap<string, string>;
  today: string;
}

/** A caseworker's day at a site: what is due, what waits for her, and whom nobody plans anything with. It reads, it writes nothing. */
@Injectable()
export class MyDayService {
  constructor(
    private readonly sites: SiteDirectory,
    private readonly day: MyDayRepository,
    private readonly people: PeopleService,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The day as it stands at this moment. */
  async mine(actor: Actor, { siteId }: MyDayQuery): Promise<MyDayView> {
    const site = await this.sites.siteFor(actor, 'cases.read', siteId);
    const today = this.clock.today(site.timeZone);
    const found: [MyDayKind, WaitingRow[]][] = [];
    for (const kind of myDayKinds) found.push([kind, await this.day.waiting(kind, siteId, today, addDays(today, AHEAD[kind]), SHOWN)]);
    const rows = found.flatMap(([, waiting]) => waiting);
    const opened = await this.open(rows, today);
    if (rows.length > 0) await this.audit.record({ action: 'my_day.opened', recordType: 'site', recordId: siteId, siteId, fields: ['names', ...(opened.words.size > 0 ? ['steps'] : [])] });
    return {
      siteId,
      on: today,
      cases: await this.day.cases(siteId),
      blocks: found.flatMap(([kind, waiting]) => toBlock(kind, waiting, opened)),
    };
  }

  private async open(rows: readonly WaitingRow[], today: string): Promise<Opened> {
    const families = await this.day.families([...new Set(rows.flatMap(({ caseId }) => caseId ?? []))]);
    const persons = await this.people.openPersons([...rows.flatMap(({ personId }) => personId ?? []), ...[...families.values()].map(({ personId }) => personId)]);
    const names = new Map([...persons].map(([id, { identity }]) => [id, fullName(identity)]));
    return { names, families, words: await this.words(rows), today };
  }

  private async words(rows: readonly WaitingRow[]): Promise<Map<string, string>> {
    const sealed = rows.flatMap(({ id, caseId, contentSealed }) => (caseId !== null && contentSealed !== null ? [{ id, caseId, contentSealed }] : []));
    if (sealed.length === 0) return new Map();
    const keys = await this.sealing.subjects([...new Set(sealed.map(({ caseId }) => caseId))]);
    return new Map(sealed.flatMap(({ id, caseId, contentSealed }) => {
      const key = keys.get(caseId);
      return key ? [[id, key.open<StepWords>(STEP_PLACE, id, contentSealed).what] as const] : [];
    }));
  }
}

function toBlock(kind: MyDayKind, rows: readonly WaitingRow[], opened: Opened): MyDayBlock[] {
  const [first] = rows;
  return first ? [{ kind, count: first.total, items: rows.map((row) => toLine(kind, row, opened)) }] : [];
}

function toLine(kind: MyDayKind, row: WaitingRow, { names, families, words, today }: Opened): MyDayLine {
  const { id, caseId, caseCode, on, detail, labels } = row;
  const family = caseId === null ? undefined : families.get(caseId);
  const personId = row.personId ?? family?.personId ?? null;
  return {
    id, caseId, caseCode, personId, on, detail,
    name: (personId && names.get(personId)) || null,
    others: row.personId === null && family ? family.people - 1 : 0,
    late: hasDueDay.has(kind) && on !== null && on < today,
    words: words.get(id) ?? null,
    labels: labels && { en: labels.en, es: labels.es },
  };
}
