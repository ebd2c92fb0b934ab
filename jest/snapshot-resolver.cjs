// The snapshot of the schema lies beside the migrations; any other lies beside its spec.
const path = require('node:path');

const SCHEMA_SPEC = path.join('test', 'database', 'schema.spec.ts');
const SCHEMA_SNAPSHOT = path.join('migrations', 'schema.snap');

module.exports = {
  testPathForConsistencyCheck: path.join('test', 'some.spec.ts'),
  resolveSnapshotPath: (spec, extension) =>
    spec.endsWith(SCHEMA_SPEC) ? path.join(spec.slice(0, -SCHEMA_SPEC.length), SCHEMA_SNAPSHOT) : path.join(path.dirname(spec), '__snapshots__', path.basename(spec) + extension),
  resolveTestPath: (snapshot, extension) =>
    snapshot.endsWith(SCHEMA_SNAPSHOT)
      ? path.join(snapshot.slice(0, -SCHEMA_SNAPSHOT.length), SCHEMA_SPEC)
      : path.join(path.dirname(path.dirname(snapshot)), path.basename(snapshot, extension)),
};
