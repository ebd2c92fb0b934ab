import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Clock } from '../platform/clock/clock';
import { common, invalid, type FieldProblem } from '../platform/errors/problem';
import { Sealing, type SubjectKey } from '../platform/sealing/sealing.service';
import type { ContactPointView, ContactSafety, RecordContactPoint } from './contact-point.dto';
import { ContactPointsRepository, type ContactRow, type Safety } from './contact-points.repository';
import { CONTACT_PLACE, maskedContact, readContact, type ContactSecret } from './contact-value';
import { peopleProblems } from './people.errors';
import { PersonAccess } from './person-access';

/** How people may be reached, and what they said is safe. Nothing is safe until they said so. */
@Injectable()
export class ContactPoints {
  constructor(
    private readonly contacts: ContactPointsRepository,
    private readonly access: PersonAccess,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Records a number or address of a person. */
  async record(actor: Actor, personId: string, body: RecordContactPoint): Promise<ContactPointView> {
    await this.access.require(actor, 'contacts.record', personId);
    const problem = contactProblem(body);
    if (problem) throw common.INVALID({}, [problem]);
    const [id] = await this.write(personId, [body]);
    return this.view(personId, id ?? '');
  }

  /** Writes contact points that were looked at with `contactProblem`; whoever calls has made sure that the user may. */
  async write(personId: string, bodies: readonly RecordContactPoint[]): Promise<string[]> {
    if (bodies.length === 0) return [];
    const key = await this.keyOf(personId);
    const contacts = bodies.map((body) => {
      const id = randomUUID();
      const secret: ContactSecret = {
        value: readContact(body.channel, body.value) ?? '',
        sharedWith: body.sharedWith?.trim() || null,
        safeHours: body.safeHours?.trim() || null,
      };
      return { id, personId, channel: body.channel, owner: body.owner, sealed: key.seal(CONTACT_PLACE, id, secret), ...wholeSafety(body) };
    });
    await this.contacts.insert(contacts, this.clock.now());
    await this.audit.recordMany(contacts.map(({ id }) => ({ action: 'contact_point.recorded' as const, recordType: 'contact_point', recordId: id })));
    return contacts.map(({ id }) => id);
  }

  /** Records what the person says is safe now; what is left out is no longer safe. */
  async askAgain(actor: Actor, personId: string, id: string, body: ContactSafety): Promise<ContactPointView> {
    await this.access.require(actor, 'contacts.record', personId);
    const { language } = await this.row(personId, id);
    const safety = wholeSafety({ ...body, language: body.language === undefined ? language : body.language });
    if (contradicts(safety)) throw invalid('doNotContact', SAYS_NO_AND_YES);
    if (!(await this.contacts.setSafety(personId, id, safety, this.clock.now()))) throw peopleProblems.CONTACT_POINT_ENDED();
    await this.audit.record({ action: 'contact_point.recorded', recordType: 'contact_point', recordId: id, fields: ['safety'] });
    return this.view(personId, id);
  }

  /** Says that a number or address is no longer theirs. */
  async end(actor: Actor, personId: string, id: string): Promise<ContactPointView> {
    await this.access.require(actor, 'contacts.record', personId);
    await this.row(personId, id);
    if (!(await this.contacts.end(personId, id, this.clock.now()))) throw peopleProblems.CONTACT_POINT_ENDED();
    await this.audit.record({ action: 'contact_point.ended', recordType: 'contact_point', recordId: id });
    return this.view(personId, id);
  }

  /** The contact points of a person, masked. Whoever calls has made sure that the user may see the person. */
  async viewsOf(personId: string): Promise<ContactPointView[]> {
    const rows = await this.contacts.ofPerson(personId);
    if (rows.length === 0) return [];
    const key = await this.keyOf(personId);
    return rows.map((row) => toContactPointView(row, opened(row, key)));
  }

  /** What a contact point hides, or null when the person has no such one. Whoever calls has made sure that the user may, and audits it. */
  async secretOf(personId: string, id: string): Promise<ContactSecret | null> {
    const row = (await this.contacts.ofPerson(personId)).find((contact) => contact.id === id);
    return row ? opened(row, await this.keyOf(personId)) : null;
  }

  private async view(personId: string, id: string): Promise<ContactPointView> {
    const row = await this.row(personId, id);
    return toContactPointView(row, opened(row, await this.keyOf(personId)));
  }

  private async row(personId: string, id: string): Promise<ContactRow> {
    const row = (await this.contacts.ofPerson(personId)).find((contact) => contact.id === id);
    if (!row) throw common.NOT_FOUND();
    return row;
  }

  private async keyOf(personId: string): Promise<SubjectKey> {
    const key = (await this.sealing.subjects([personId])).get(personId);
    if (!key) throw common.NOT_FOUND();
    return key;
  }
}

const SAYS_NO_AND_YES = 'Not to be contacted and safe to contact cannot both be true.';

/** What is wrong with a contact point, or null; `prefix` says where it lies in a larger form. */
export function contactProblem(body: RecordContactPoint, prefix = ''): FieldProblem | null {
  if (contradicts(wholeSafety(body))) return { field: `${prefix}doNotContact`, message: SAYS_NO_AND_YES };
  if (readContact(body.channel, body.value) !== null) return null;
  return { field: `${prefix}value`, message: body.channel === 'email' ? 'This is not an e-mail address.' : 'This is not a telephone number. Numbers from abroad begin with +.' };
}

function wholeSafety(body: ContactSafety): Safety {
  return {
    safeToText: body.safeToText ?? false,
    safeToCall: body.safeToCall ?? false,
    safeToLeaveMessage: body.safeToLeaveMessage ?? false,
    safeToSayName: body.safeToSayName ?? false,
    doNotContact: body.doNotContact ?? false,
    language: body.language ?? null,
  };
}

function contradicts({ doNotContact, safeToText, safeToCall, safeToLeaveMessage }: Safety): boolean {
  return doNotContact && (safeToText || safeToCall || safeToLeaveMessage);
}

function opened(row: ContactRow, key: SubjectKey): ContactSecret {
  return key.open<ContactSecret>(CONTACT_PLACE, row.id, row.sealed);
}

function toContactPointView(row: ContactRow, secret: ContactSecret): ContactPointView {
  const { id, channel, owner, safeToText, safeToCall, safeToLeaveMessage, safeToSayName, doNotContact, language, verifiedAt, recordedAt, endedAt } = row;
  return {
    id, channel, owner, value: maskedContact(channel, secret.value), isShared: owner !== 'self' || Boolean(secret.sharedWith), safeToText, safeToCall,
    safeToLeaveMessage, safeToSayName, doNotContact, language, verifiedAt, recordedAt, endedAt,
  };
}
