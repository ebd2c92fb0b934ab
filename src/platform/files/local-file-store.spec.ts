import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newStoredName } from './file-store';
import { LocalFileStore } from './local-file-store';

describe('files in a folder', () => {
  const directory = mkdtempSync(join(tmpdir(), 'posada-files-'));
  const store = LocalFileStore.open(join(directory, 'files'));
  const area = randomUUID();
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const names = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { name } of store.list(area)) found.push(name);
    return found.sort();
  };

  it('are put whole, for nobody else to read, and removed', async () => {
    const [first, second] = [newStoredName(area), newStoredName(area)];
    await store.put(first, Buffer.from('sealed'));
    await store.put(second, Buffer.from('sealed too'));
    const mode = statSync(join(directory, 'files', first)).mode & 0o777;
    const before = await names();
    await store.remove(first);

    expect([mode, before]).toEqual([0o600, [first, second].sort()]);
    expect([await store.get(first), (await store.get(second))?.toString(), await names()]).toEqual([null, 'sealed too', [second]]);
  });

  it('show what a killed process left half written, so that it can be swept', async () => {
    const name = newStoredName(area);
    await store.put(name, Buffer.from('sealed'));
    rmSync(join(directory, 'files', name));
    writeFileSync(join(directory, 'files', `${name}.part`), 'sea');
    const half = await names();
    await store.remove(name);

    expect(half).toContain(name);
    expect(readdirSync(join(directory, 'files', name, '..'))).toEqual([]);
  });

  it('stay inside of the folder', async () => {
    await expect(store.get(`${area}/../../etc/passwd`)).rejects.toThrow('not the name of a stored file');
    await expect(store.put('/etc/posada', Buffer.from('x'))).rejects.toThrow('not the name of a stored file');
  });

  it('cannot begin in a place that is no folder, and say so', () => {
    writeFileSync(join(directory, 'a-file'), '');

    expect(() => LocalFileStore.open(join(directory, 'a-file', 'files'))).toThrow(/cannot be made \(ENOTDIR\)\. Set FILES_DIRECTORY/);
  });
});
