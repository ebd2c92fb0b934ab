import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { permissions, roles } from '../../auth/permissions';
import { Clock } from '../../platform/clock/clock';
import { Tx } from '../../platform/database/tx';
import { casesPolicy } from '../cases.policy';
import { CaseNoteReader, type NoteAtHand } from './case-note-reader';
import type { CosignersView, CosignerView, NoteView } from './case-notes.dto';
import { noteProblems } from './case-notes.errors';

/** A second signature under a note: asked of a colleague, given by them, never by the author. */
@Injectable()
export class CaseNoteCosigning {
  constructor(
    private readonly tx: Tx,
    private readonly reader: CaseNoteReader,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The colleagues who can read a note and may be asked to co-sign it. */
  async cosigners(actor: Actor, id: string): Promise<CosignersView> {
    return { items: await this.whoCanRead(await this.reader.requireWork(actor, id)) };
  }

  /** Asks a colleague to co-sign; asking twice changes nothing. */
  async ask(actor: Actor, id: string, userId: string): Promise<NoteView> {
    const atHand = await this.signed(actor, id);
    const { note, found } = atHand;
    if (userId === note.authorId) throw noteProblems.NOTE_OWN();
    if (!(await this.whoCanRead(atHand)).some((colleague) => colleague.id === userId)) throw noteProblems.NOTE_COSIGNER_CANNOT_READ();
    await this.tx.write(ASK, [actor.organizationId, actor.userId, note.caseId, note.compartment, id, note.authorId, userId, this.clock.now()]);
    await this.audit.record({ action: 'case_note.cosign_asked', recordType: 'case_note', recordId: id, siteId: found.siteId });
    return this.reader.opened(actor, found, id);
  }

  /** Co-signs a note: who was asked, or a supervisor. */
  async cosign(actor: Actor, id: string): Promise<NoteView> {
    const { note, found } = await this.signed(actor, id);
    if (note.authorId === actor.userId) throw noteProblems.NOTE_OWN();
    const mine = note.cosignatures.find(({ userId }) => userId === actor.userId);
    if (mine === undefined && !casesPolicy.allows(actor, 'supervise', found)) throw noteProblems.NOTE_NOT_ASKED();
    const parameters = [actor.organizationId, actor.userId, note.caseId, note.compartment, id, note.authorId, this.clock.now()];
    if ((await this.tx.write(COSIGN, parameters)) === 0) throw noteProblems.NOTE_COSIGNED();
    await this.audit.record({ action: 'case_note.cosigned', recordType: 'case_note', recordId: id, siteId: found.siteId });
    return this.reader.opened(actor, found, id);
  }

  private async signed(actor: Actor, id: string): Promise<NoteAtHand> {
    const atHand = await this.reader.requireWork(actor, id);
    if (atHand.note.signedAt === null) throw noteProblems.NOTE_NOT_SIGNED();
    return atHand;
  }

  private whoCanRead({ note, found }: NoteAtHand): Promise<CosignerView[]> {
    const supervising = roles.filter((role) => (permissions[role] as readonly string[]).includes('cases.supervise'));
    const working = roles.filter((role) => (permissions[role] as readonly string[]).includes('cases.work'));
    const today = this.clock.today(found.timeZone);
    return this.tx.rows(COSIGNERS, [this.tx.scope.organizationId, found.id, found.siteId, note.authorId, note.compartment, found.sealed, supervising, working, today]);
  }
}

const ASK = `
  insert into case_note_cosignatures (organization_id, asked_by, case_id, compartment, note_id, author_id, user_id, asked_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint case_note_cosignatures_once do nothing`;
const COSIGN = `
  insert into case_note_cosignatures (organization_id, user_id, case_id, compartment, note_id, author_id, asked_at, signed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $7)
  on conflict on constraint case_note_cosignatures_once do update set signed_at = excluded.signed_at where case_note_cosignatures.signed_at is null`;
/** Of those who work at the site, the team and, unless the case is sealed, supervisors; into a compartment only who was let in. */
const COSIGNERS = `
  select colleague.id, colleague.full_name as name
    from users colleague
   where colleague.organization_id = $1 and colleague.status = 'active' and colleague.id <> $4
     and exists (select from role_grants held where held.organization_id = $1 and held.user_id = colleague.id and held.valid_from <= $9::date
                    and (held.valid_to is null or held.valid_to >= $9::date) and (held.scope = 'organization' or (held.scope = 'site' and held.scope_id = $3))
                    and (held.role = any ($7::text[]) and not $6::boolean
                         or held.role = any ($8::text[]) and exists (select from case_workers worker where worker.organization_id = $1 and worker.case_id = $2
                                                                    and worker.user_id = colleague.id and worker.ended_at is null)))
     and ($5::text is null or exists (select from case_compartment_grants given where given.organization_id = $1 and given.case_id = $2
                                         and given.user_id = colleague.id and given.compartment = $5 and given.ended_at is null))
   order by colleague.full_name, colleague.id`;
