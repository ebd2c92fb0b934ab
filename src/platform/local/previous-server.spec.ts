import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDirectory } from './previous-server';

describe('a data directory', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'posada-claim-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('is refused while another process has it, and free again when that one let go', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const ended = new Promise((resolve) => other.once('exit', resolve));
    writeFileSync(join(home, 'posada.pid'), String(other.pid));

    expect(() => claimDirectory(home)).toThrow(`Posada runs already with the data in ${home} (process ${other.pid}).`);

    other.kill('SIGKILL');
    await ended;
    const release = claimDirectory(home);
    expect(readFileSync(join(home, 'posada.pid'), 'utf8')).toBe(String(process.pid));
    release();
    expect(() => readFileSync(join(home, 'posada.pid'))).toThrow(/ENOENT/);
  });
});
