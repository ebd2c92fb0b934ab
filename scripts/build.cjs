// Builds the API and the web app when their sources changed since the last build.
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { root, run } = require('./install.cjs');

const parts = {
  api: { sources: ['src', 'migrations', 'bench', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'], result: 'dist/src/main.js', stamp: 'dist/.sources', script: 'build:api' },
  web: { sources: ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'web/package.json', 'package-lock.json'], result: 'web/dist/index.html', stamp: 'web/dist/.sources', script: 'build:web', flags: ['--', '--logLevel', 'warn'] },
};

/** A fingerprint of files and folders: names, sizes and times. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  const visit = (file) => {
    if (!existsSync(file)) return;
    const facts = statSync(file);
    if (facts.isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    else if (!file.endsWith('api/schema.d.ts')) hash.update(`${path.relative(root, file)}|${facts.size}|${facts.mtimeMs}\n`);
  };
  for (const source of sources) visit(path.join(root, source));
  return hash.digest('hex');
}

/** Builds what is missing or older than its sources. */
function buildWhenStale() {
  for (const [name, part] of Object.entries(parts)) {
    const wanted = fingerprint(part.sources);
    const stamp = path.join(root, part.stamp);
    if (existsSync(path.join(root, part.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue;
    console.log(`Building the ${name === 'api' ? 'server' : 'web app'} (once, and after changes) …`);
    run('npm', ['run', '--silent', part.script, ...(part.flags ?? [])]);
    writeFileSync(stamp, wanted);
  }
}

if (require.main === module) buildWhenStale();

module.exports = { buildWhenStale };
