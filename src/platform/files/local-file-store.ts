import { mkdirSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { requireStoredName, type FileStore, type StoredName } from './file-store';

/** What a file is called until all of it is on the disk. */
const HALF_WRITTEN = '.part';

/** Files in a folder of this machine, or of a volume that all processes share. */
export class LocalFileStore implements FileStore {
  constructor(private readonly directory: string) {}

  /** Makes the folder. Throws a sentence for whoever starts the process when it cannot. */
  static open(directory: string): LocalFileStore {
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new Error(`The folder for files ${directory} cannot be made (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Set FILES_DIRECTORY to a folder that this process may write to.`);
    }
    return new LocalFileStore(directory);
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(name);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(`${path}${HALF_WRITTEN}`, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}${HALF_WRITTEN}`, path);
    await syncFolder(folder);
  }

  async get(name: string): Promise<Buffer | null> {
    return readFile(this.pathOf(name)).catch(nullWhenMissing);
  }

  async remove(name: string): Promise<void> {
    const path = this.pathOf(name);
    await rm(path, { force: true });
    await rm(`${path}${HALF_WRITTEN}`, { force: true });
  }

  async *list(area: string): AsyncIterable<StoredName> {
    for (const folder of await foldersIn(join(this.directory, area))) {
      const directory = join(this.directory, area, folder);
      for (const file of await foldersIn(directory)) {
        const found = await stat(join(directory, file)).catch(nullWhenMissing);
        if (found) yield { name: `${area}/${folder}/${file.replace(HALF_WRITTEN, '')}`, storedAt: found.mtime };
      }
    }
  }

  private pathOf(name: string): string {
    requireStoredName(name);
    return join(this.directory, name);
  }
}

async function foldersIn(directory: string): Promise<string[]> {
  return (await readdir(directory).catch(nullWhenMissing)) ?? [];
}

/** A new name survives a loss of power only once its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
