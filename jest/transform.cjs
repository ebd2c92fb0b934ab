// Jest runs CommonJS: TypeScript is compiled by swc with the decorators Nest needs, packages that are ES modules are turned
// into CommonJS, everything else is passed through. Chosen per file, so there is no list of packages to keep up.
const { createTransformer } = require('@swc/jest');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const jsc = { target: 'es2022', keepClassNames: true };
const commonjs = { swcrc: false, module: { type: 'commonjs' } };
const typescript = createTransformer({
  ...commonjs,
  sourceMaps: 'inline',
  jsc: {
    ...jsc,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});
const esModule = createTransformer({ ...commonjs, sourceMaps: false, jsc: { ...jsc, parser: { syntax: 'ecmascript' } } });

const packageTypes = new Map();
function packageType(directory) {
  if (!packageTypes.has(directory)) {
    const manifest = path.join(directory, 'package.json');
    const parent = path.dirname(directory);
    packageTypes.set(
      directory,
      fs.existsSync(manifest)
        ? (JSON.parse(fs.readFileSync(manifest, 'utf8')).type ?? 'commonjs')
        : directory === parent
          ? 'commonjs'
          : packageType(parent),
    );
  }
  return packageTypes.get(directory);
}
const isEsModule = (file) => file.endsWith('.mjs') || (file.endsWith('.js') && packageType(path.dirname(file)) === 'module');
const inWorker = () => process.env.JEST_WORKER_ID !== undefined; // globalSetup runs outside: Node itself loads ES modules there
const choose = (file) => (file.endsWith('.ts') ? typescript : inWorker() && isEsModule(file) ? esModule : null);

// CommonJS has a __dirname already; modules that make their own must not declare it a second time.
const own = (source, file) => (choose(file) === esModule ? source.replace(/\bconst (__dirname|__filename)\b/g, 'var $1') : source);

module.exports = {
  getCacheKey: (source, file, options) =>
    choose(file)?.getCacheKey(own(source, file), file, options) ?? createHash('sha1').update(`raw\0${file}\0${source}`).digest('hex'),
  process: (source, file, options) => choose(file)?.process(own(source, file), file, options) ?? { code: source },
};
