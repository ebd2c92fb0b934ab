import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';
import type { ContactPoint } from './contact-point.entity';

/** What a person said is safe, whole. */
export type Safety = Pick<ContactPoint, 'safeToText' | 'safeToCall' | 'safeToLeaveMessage' | 'safeToSayName' | 'doNotContact' | 'language'>;

/** A contact point as it is read; its value stays sealed. */
export type ContactRow = Omit<ContactPoint, 'organizationId' | 'recordedBy'>;

/** A contact point to be written. */
export type NewContact = Pick<ContactPoint, 'id' | 'personId' | 'channel' | 'owner' | 'sealed'> & Safety;

const CONTACT = `contact.id, contact.person_id as "personId", contact.channel, contact.owner, contact.sealed, contact.safe_to_text as "safeToText",
  contact.safe_to_call as "safeToCall", contact.safe_to_leave_message as "safeToLeaveMessage", contact.safe_to_say_name as "safeToSayName",
  contact.do_not_contact as "doNotContact", contact.language, contact.verified_at as "verifiedAt", contact.recorded_at as "recordedAt", contact.ended_at as "endedAt"`;

/** Named queries of contact points. */
@Injectable()
export class ContactPointsRepository {
  constructor(private readonly tx: Tx) {}

  /** The contact points of a person, those in use first. */
  ofPerson(personId: string): Promise<ContactRow[]> {
    return this.tx.rows<ContactRow>(
      `select ${CONTACT} from contact_points contact where organization_id = $1 and person_id = $2 order by (ended_at is null) desc, recorded_at desc, id desc`,
      [this.tx.scope.organizationId, personId],
    );
  }

  /** Writes contact points in one statement. What the person said counts as said now. */
  async insert(contacts: readonly NewContact[], at: Date): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    const column = <K extends keyof NewContact>(key: K): NewContact[K][] => contacts.map((contact) => contact[key]);
    await this.tx.write(INSERT, [
      organizationId, userId, at, column('id'), column('personId'), column('channel'), column('owner'), column('sealed'), column('safeToText'),
      column('safeToCall'), column('safeToLeaveMessage'), column('safeToSayName'), column('doNotContact'), column('language'),
    ]);
  }

  /** Writes what the person says is safe now; tells whether the contact point is in use. */
  async setSafety(personId: string, id: string, safety: Safety, at: Date): Promise<boolean> {
    const written = await this.tx.write(
      `update contact_points set safe_to_text = $4, safe_to_call = $5, safe_to_leave_message = $6, safe_to_say_name = $7, do_not_contact = $8, language = $9, verified_at = $10
        where organization_id = $1 and person_id = $2 and id = $3 and ended_at is null`,
      [
        this.tx.scope.organizationId, personId, id, safety.safeToText, safety.safeToCall, safety.safeToLeaveMessage, safety.safeToSayName,
        safety.doNotContact, safety.language, at,
      ],
    );
    return written === 1;
  }

  /** Says that a contact point is no longer in use; tells whether it was. */
  async end(personId: string, id: string, at: Date): Promise<boolean> {
    const written = await this.tx.write(
      'update contact_points set ended_at = $4 where organization_id = $1 and person_id = $2 and id = $3 and ended_at is null',
      [this.tx.scope.organizationId, personId, id, at],
    );
    return written === 1;
  }
}

const INSERT = `
  insert into contact_points (organization_id, recorded_by, recorded_at, verified_at, id, person_id, channel, owner, sealed, safe_to_text, safe_to_call,
                              safe_to_leave_message, safe_to_say_name, do_not_contact, language)
  select $1, $2, $3, $3, r.* from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::bytea[], $9::bool[], $10::bool[], $11::bool[],
                                         $12::bool[], $13::bool[], $14::text[]) as r`;
