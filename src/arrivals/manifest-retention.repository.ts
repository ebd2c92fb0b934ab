import { Injectable } from '@nestjs/common';
import { Tx } from '../platform/database/tx';

/** Named queries of the end of lists. */
@Injectable()
export class ManifestRetentionRepository {
  constructor(private readonly tx: Tx) {}

  /** Lists whose time is over: last admitted from before a moment, or uploaded before it when nobody was admitted. */
  async outlived(organizationId: string, before: Date): Promise<{ id: string; siteId: string }[]> {
    return this.tx.rows(
      `select id, site_id as "siteId" from manifests
        where organization_id = $1 and destroyed_at is null and uploaded_at < $2 and coalesce(admitted_at, uploaded_at) < $2
          and state not in ('reading', 'admitting') order by id limit 200 for update skip locked`,
      [organizationId, before],
    );
  }

  /** Destroys the key of a list and empties what was sealed under it. Its numbers stay, and who was admitted from which row. */
  async destroy(organizationId: string, id: string, at: Date): Promise<void> {
    await this.tx.write(
      `update manifests set destroyed_at = $3::timestamptz, closed_at = coalesce(closed_at, $3::timestamptz), file_sealed = null, columns_sealed = null,
              state = case when state = 'failed' then 'failed' else 'closed' end
        where organization_id = $1 and id = $2`,
      [organizationId, id, at],
    );
    await this.tx.write(
      `update manifest_rows set sealed = '', group_index = null, name_index = null, a_number_index = null, match_ids = '{}', version = version + 1
        where organization_id = $1 and manifest_id = $2`,
      [organizationId, id],
    );
    await this.tx.write('delete from data_keys where organization_id = $1 and id = $2', [organizationId, id]);
  }
}
