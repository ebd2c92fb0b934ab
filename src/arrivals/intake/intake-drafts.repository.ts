import { Injectable } from '@nestjs/common';
import { Tx } from '../../platform/database/tx';
import type { IntakeDraft } from './intake-draft.entity';

const DRAFT = 'draft.id, draft.organization_id as "organizationId", draft.user_id as "userId", draft.site_id as "siteId", draft.sealed, draft.version, draft.updated_at as "updatedAt"';

/** Named queries of intake drafts: always those of one worker. */
@Injectable()
export class IntakeDraftsRepository {
  constructor(private readonly tx: Tx) {}

  /** Writes a new draft; tells whether its id was free. */
  async insert(id: string, siteId: string, sealed: Buffer, at: Date): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    const written = await this.tx.write(
      'insert into intake_drafts (id, organization_id, user_id, site_id, sealed, updated_at) values ($1, $2, $3, $4, $5, $6) on conflict on constraint intake_drafts_pk do nothing',
      [id, organizationId, userId, siteId, sealed, at],
    );
    return written === 1;
  }

  /** Writes over a draft that still has this version; tells whether it did. */
  async update(id: string, siteId: string, version: number, sealed: Buffer, at: Date): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    const written = await this.tx.write(
      `update intake_drafts set site_id = $4, sealed = $6, version = version + 1, updated_at = $7
        where organization_id = $1 and user_id = $2 and id = $3 and version = $5`,
      [organizationId, userId, id, siteId, version, sealed, at],
    );
    return written === 1;
  }

  /** A draft of the worker that is not older than a moment, or null. */
  async find(id: string, since: Date): Promise<IntakeDraft | null> {
    const { organizationId, userId } = this.tx.scope;
    const [row] = await this.tx.rows<IntakeDraft>(
      `select ${DRAFT} from intake_drafts draft where organization_id = $1 and user_id = $2 and id = $3 and updated_at > $4`,
      [organizationId, userId, id, since],
    );
    return row ?? null;
  }

  /** The drafts of the worker that are not older than a moment, the newest first. */
  newest(since: Date, most: number): Promise<IntakeDraft[]> {
    const { organizationId, userId } = this.tx.scope;
    return this.tx.rows<IntakeDraft>(
      `select ${DRAFT} from intake_drafts draft where organization_id = $1 and user_id = $2 and updated_at > $3 order by updated_at desc, id desc limit $4`,
      [organizationId, userId, since, most],
    );
  }

  /** Takes a draft of the worker away; tells whether it was there. Of two who try at once one finds it. */
  async remove(id: string): Promise<boolean> {
    const { organizationId, userId } = this.tx.scope;
    return (await this.tx.write('delete from intake_drafts where organization_id = $1 and user_id = $2 and id = $3', [organizationId, userId, id])) === 1;
  }

  /** Forgets drafts of the organization that are older than a moment. */
  removeOlder(before: Date): Promise<number> {
    return this.tx.write('delete from intake_drafts where organization_id = $1 and updated_at <= $2', [this.tx.scope.organizationId, before]);
  }
}
