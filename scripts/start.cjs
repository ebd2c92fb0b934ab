// npm start: installs and builds what is missing, then runs Posada until Ctrl-C.
const { spawn } = require('node:child_process');
const { installWhenMissing, root } = require('./install.cjs');
const { buildWhenStale } = require('./build.cjs');

installWhenMissing();
buildWhenStale();

// In a session of its own: Ctrl-C in a terminal reaches every process of the group, and PostgreSQL has to stop last.
const posada = spawn(process.execPath, ['dist/src/start.js'], { cwd: root, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => posada.kill(signal));
posada.on('exit', (code) => process.exit(code ?? 1));
