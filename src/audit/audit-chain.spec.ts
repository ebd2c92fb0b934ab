import { Client } from 'pg';
import { openFloor, type Floor } from '../../test/support/floor';
import type { TxScope } from '../platform/database/tx';
import { AuditChain } from './audit-chain.service';
import { Audit } from './audit.service';

describe('the audit chain', () => {
  let floor: Floor;
  let scope: TxScope;
  let audit: Audit;
  let chain: AuditChain;
  let superuser: Client;

  beforeEach(async () => {
    floor = await openFloor();
    scope = await floor.organization();
    audit = new Audit(floor.tx);
    chain = new AuditChain(floor.tx);
    superuser = new Client({ connectionString: floor.database.superuserUrl });
    await superuser.connect();
    for (let index = 0; index < 12; index += 1) {
      await floor.tx.run(scope, () => audit.record({ action: 'person.opened', recordType: 'person', fields: ['name'], reason: `page ${index}` }));
    }
    await floor.tx.run(scope, () => chain.sealNew());
  });

  afterEach(async () => {
    await superuser.end();
    await floor.close();
  });

  const verify = (kept?: { seq: number; hash: string }): Promise<{ intact: boolean; firstBrokenSeq: number | null }> => floor.tx.run(scope, () => chain.verify(kept));
  /** What somebody with the whole database in hand could do: change rows with every trigger off. */
  const tamper = async (sql: string): Promise<void> => {
    await superuser.query('set session_replication_role = replica');
    await superuser.query(sql);
  };

  it('is intact as it was written', async () => {
    expect(await verify()).toMatchObject({ intact: true, rows: 12, unsealed: 0, headSeq: 12 });
  });

  it.each([
    ['a reason that was changed', "update audit_events set reason = 'another' where seq = 5", 5],
    ['an actor that was taken away', "update audit_events set actor_kind = 'user' where seq = 7", 7],
    ['a moment that was moved', "update audit_events set at = at + interval '1 microsecond' where seq = 3", 3],
    ['a field that was added', "update audit_events set fields = '{name,phone}' where seq = 9", 9],
    ['a row that was taken out', 'delete from audit_events where seq = 6', 6],
    ['two rows that changed places', 'update audit_events set seq = case seq when 4 then 104 else seq end; update audit_events set seq = 4 where seq = 5; update audit_events set seq = 5 where seq = 104', 4],
  ])('shows %s', async (_, sql, seq) => {
    await tamper(sql);

    expect(await verify()).toMatchObject({ intact: false, firstBrokenSeq: seq });
  });

  it('shows a tail that was cut off when the head was kept elsewhere', async () => {
    const kept = await floor.tx.run(scope, () => chain.verify());
    await tamper('delete from audit_events where seq > 8');

    expect(await verify()).toMatchObject({ intact: true });
    expect(await verify({ seq: kept.headSeq, hash: kept.headHash })).toMatchObject({ intact: false });
  });

  it('takes no change and no removal from the application', async () => {
    const write = (sql: string): Promise<number> => floor.tx.run(scope, () => floor.tx.write(sql));

    await expect(write("update audit_events set reason = 'x'")).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(write('delete from audit_events')).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(write('update audit_events set seq = seq + 100')).rejects.toMatchObject({ driverError: { constraint: 'audit_events_sealed_once' } });
  });

  it('goes on where it ended, with two sealers at once', async () => {
    await floor.tx.run(scope, () => audit.recordMany(Array.from({ length: 50 }, () => ({ action: 'board.opened' as const, recordType: 'site' }))));
    await Promise.all([floor.tx.run(scope, () => chain.sealNew(30)), floor.tx.run(scope, () => chain.sealNew(30)), floor.tx.run(scope, () => chain.sealNew(30))]);

    expect(await verify()).toMatchObject({ intact: true, rows: 62, unsealed: 0 });
  });

  it('is lost together with the transaction that wrote it', async () => {
    await floor.tx
      .run(scope, async () => {
        await audit.record({ action: 'person.created', recordType: 'person' });
        throw new Error('on purpose');
      })
      .catch(() => undefined);
    await floor.tx.run(scope, () => chain.sealNew());

    expect(await verify()).toMatchObject({ intact: true, rows: 12 });
  });
});
