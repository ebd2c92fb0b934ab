// npm start: installs and builds what is missing, then runs Posada until Ctrl-C.
const { installWhenMissing } = require('./install.cjs');
const { buildWhenStale } = require('./build.cjs');

process.chdir(require('node:path').join(__dirname, '..'));
installWhenMissing();
buildWhenStale();
require('../dist/src/start.js');
