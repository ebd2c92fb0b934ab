import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import type { Action } from '../auth/permissions';
import { SamePerson } from '../people/merges/same-person';
import { PartyReader } from '../people/party-reader.service';
import { PersonAccess } from '../people/person-access';
import { Tx } from '../platform/database/tx';
import { readPlace, writePlace } from './timeline-cursor';
import { TIMELINE } from './timeline-sql';
import type { TimelineItem, TimelinePage, TimelineQuery } from './timeline.dto';

const USUAL_PAGE = 30;

type TimelineRow = TimelineItem & { atText: string; key: string };

/** Tells what happened to a person or a party, as far as the reader may see the sites where it happened. */
@Injectable()
export class Timelines {
  constructor(
    private readonly tx: Tx,
    private readonly access: PersonAccess,
    private readonly parties: PartyReader,
    private readonly same: SamePerson,
    private readonly audit: Audit,
  ) {}

  /** What happened to a person, also what stands in records that were merged into theirs. */
  async ofPerson(actor: Actor, id: string, query: TimelineQuery): Promise<TimelinePage> {
    await this.access.require(actor, 'people.read', id);
    const page = await this.page(actor, await this.same.recordsOf(id), null, query);
    await this.audit.record({ action: 'person.opened', recordType: 'person', recordId: id, fields: ['timeline'] });
    return page;
  }

  /** What happened to the members of a party while they were in it. */
  async ofParty(actor: Actor, id: string, query: TimelineQuery): Promise<TimelinePage> {
    const personIds = await this.parties.everybody(actor, id);
    const page = await this.page(actor, personIds, id, query);
    await this.audit.record({ action: 'party.opened', recordType: 'party', recordId: id, fields: ['timeline'] });
    return page;
  }

  private async page(actor: Actor, personIds: string[], partyId: string | null, { after, limit = USUAL_PAGE }: TimelineQuery): Promise<TimelinePage> {
    const place = after === undefined ? null : readPlace(after);
    const sites = (action: Action): string[] | null => {
      const found = actor.sitesFor(action);
      return found === 'all' ? null : found;
    };
    const rows = await this.tx.rows<TimelineRow>(TIMELINE, [
      actor.organizationId, personIds, sites('people.read'), place?.at ?? null, place?.key ?? null, limit + 1, partyId,
      actor.userId, sites('cases.read'), sites('cases.supervise'), sites('enrollments.read'),
    ]);
    const shown = rows.slice(0, limit);
    const last = shown[shown.length - 1];
    return { items: shown.map(toTimelineItem), next: rows.length > limit && last ? writePlace({ at: last.atText, key: last.key }) : null };
  }
}

function toTimelineItem(row: TimelineRow): TimelineItem {
  const { id, kind, at, wholeDay, personId, partyId, siteId, caseId, state, detail, from, to, labels, quantity } = row;
  return { id, kind, at, wholeDay, personId, partyId, siteId, caseId, state, detail, from, to, labels: labels && { en: labels.en, es: labels.es }, quantity };
}
