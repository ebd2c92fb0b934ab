import { randomUUID } from 'node:crypto';
import type { Compartment } from '../../src/cases/case-compartment-grant.entity';
import { CONTENT_PLACE } from '../../src/cases/files/case-file-transfer';
import { TITLE_PLACE } from '../../src/cases/files/case-files.service';
import { Tx } from '../../src/platform/database/tx';
import { StoredFiles } from '../../src/platform/files/stored-files.service';
import { Sealing } from '../../src/platform/sealing/sealing.service';
import type { World } from './world';

/** How a file on a case is to be; whatever is not said is usual. */
export interface CaseFileDraft {
  compartment?: Compartment;
  expiresOn?: string;
  content?: Buffer;
}

/** Puts a file on a case of the home organization and gives its id. */
export async function buildCaseFile(world: Pick<World, 'run' | 'get' | 'home'>, caseId: string, draft: CaseFileDraft = {}): Promise<string> {
  const { organizationId, system } = world.home;
  const content = draft.content ?? Buffer.from(`%PDF-1.7 ${randomUUID()}`);
  const id = randomUUID();
  return world.run(system, async () => {
    const key = (await world.get(Sealing).subjects([caseId])).get(caseId);
    if (!key) throw new Error('the case has no key');
    const sealed = key.sealBytes(CONTENT_PLACE, id, content);
    const stored = world.get(StoredFiles);
    const storedFileId = await stored.keep(await stored.put(organizationId, sealed), sealed.length);
    await world.get(Tx).write(
      `insert into case_files (id, organization_id, case_id, compartment, kind, title_sealed, mime, bytes, fingerprint, stored_file_id, expires_on)
       values ($1, $2, $3, $4, 'lease', $5, 'application/pdf', $6, sha256($7), $8, $9)`,
      [id, organizationId, caseId, draft.compartment ?? null, key.seal(TITLE_PLACE, id, 'Lease of the Portillo family'), content.length, content, storedFileId, draft.expiresOn ?? null],
    );
    return id;
  });
}
