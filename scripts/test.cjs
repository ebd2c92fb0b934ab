// npm test: every spec, on a PostgreSQL that is started for it and thrown away afterwards.
const { installWhenMissing, run, root } = require('./install.cjs');
const path = require('node:path');

installWhenMissing();
run(process.execPath, [path.join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)]);
