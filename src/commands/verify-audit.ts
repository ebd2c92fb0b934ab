import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module';
import { AuditChain } from '../audit/audit-chain.service';
import { readConfig } from '../platform/config/config';
import { Tx } from '../platform/database/tx';
import { openInstallation } from '../platform/local/local-installation';

/**
 * Recomputes the audit chain of every organization and prints one line each. Ends with 1 when a chain is broken.
 * `--kept <organization>:<place>:<hash>`, a head that was printed earlier and kept elsewhere, also finds a chain that was cut or written anew.
 */
async function verifyAudit(): Promise<boolean> {
  const { values } = parseArgs({ options: { kept: { type: 'string', multiple: true, default: [] } } });
  const kept = new Map(values.kept.map(keptHead));
  const { config, stop } = await openInstallation(readConfig({ ...process.env, LOG_LEVEL: 'silent' }), () => undefined);
  const app = await NestFactory.createApplicationContext(AppModule.for(config, { works: false }), { logger: false });
  try {
    let allIntact = true;
    for (const { id } of await app.get(DataSource).query<{ id: string }[]>('select id from sec.organization_ids() as id')) {
      const verdict = await app.get(Tx).run({ organizationId: id, userId: null }, () => app.get(AuditChain).verify(kept.get(id)));
      allIntact &&= verdict.intact;
      const found = verdict.intact ? 'intact' : `BROKEN at row ${verdict.firstBrokenSeq}`;
      process.stdout.write(`${id}: ${found}, ${verdict.rows} rows, ${verdict.unsealed} not sealed yet, head ${id}:${verdict.headSeq}:${verdict.headHash}\n`);
    }
    return allIntact;
  } finally {
    await app.close();
    await stop();
  }
}

function keptHead(text: string): [string, { seq: number; hash: string }] {
  const [organizationId, seq, hash] = text.split(':');
  if (!organizationId || !Number.isInteger(Number(seq)) || !/^[0-9a-f]{64}$/.test(hash ?? '')) {
    throw new Error(`--kept ${text}: expected <organization>:<place>:<hash>, as this command prints them`);
  }
  return [organizationId, { seq: Number(seq), hash: hash ?? '' }];
}

verifyAudit()
  .then((intact) => process.exit(intact ? 0 : 1))
  .catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
