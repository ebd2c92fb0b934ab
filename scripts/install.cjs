// Installs what is missing, so that the two commands of the README are enough on a fresh machine.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');

/** Runs a command of the project and ends with its exit code when it fails. */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the dependencies when they are not there. */
function installWhenMissing() {
  if (existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return;
  console.log('Installing what Posada needs (once) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

module.exports = { root, run, installWhenMissing };
