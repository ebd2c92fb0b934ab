// Runs one command of the built server, for example: node scripts/run-built.cjs commands/migrate --help
const { installWhenMissing } = require('./install.cjs');
const { buildWhenStale } = require('./build.cjs');

const [command, ...args] = process.argv.slice(2);
process.chdir(require('node:path').join(__dirname, '..'));
installWhenMissing();
buildWhenStale();
process.argv.splice(2, process.argv.length, ...args);
require(`../dist/src/${command}.js`);
