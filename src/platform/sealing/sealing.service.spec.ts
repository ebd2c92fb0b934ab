import { randomUUID } from 'node:crypto';
import { openFloor, type Floor } from '../../../test/support/floor';
import type { TxScope } from '../database/tx';

describe('the keys of subjects', () => {
  let floor: Floor;
  let scope: TxScope;

  beforeAll(async () => {
    floor = await openFloor();
    scope = await floor.organization();
  });
  afterAll(() => floor.close());

  it('open nothing any more once they are destroyed, although they were used before', async () => {
    const id = randomUUID();
    const sealed = await floor.tx.run(scope, async () => (await floor.sealing.newSubject(id)).seal('things.name', id, 'Maricela'));
    const opened = () => floor.tx.run(scope, async () => (await floor.sealing.subjects([id])).get(id)?.open<string>('things.name', id, sealed));

    expect([await opened(), await opened()]).toEqual(['Maricela', 'Maricela']);
    await floor.tx.run(scope, () => floor.tx.write('delete from data_keys where organization_id = $1 and id = $2', [scope.organizationId, id]));
    expect(await opened()).toBeUndefined();
  });

  it('do not open under the id or in the organization of another, however often they were used', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    const [elsewhere, wrapped] = [
      await floor.organization(),
      await floor.tx.run(scope, async () => {
        await floor.sealing.newSubject(id);
        await floor.sealing.subjects([id]);
        return (await floor.tx.rows<{ wrapped_key: Buffer }>('select wrapped_key from data_keys where id = $1', [id]))[0]?.wrapped_key ?? Buffer.alloc(0);
      }),
    ];

    await expect(floor.tx.run(scope, () => floor.sealing.unwrap([{ id: other, wrappedKey: wrapped }]))).rejects.toThrow();
    await expect(floor.tx.run(elsewhere, () => floor.sealing.unwrap([{ id, wrappedKey: wrapped }]))).rejects.toThrow();
  });
});
