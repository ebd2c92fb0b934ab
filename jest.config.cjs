module.exports = {
  testEnvironment: 'node',
  rootDir: '.',
  testRegex: '.*\\.spec\\.ts$',
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  transform: { '^.+\\.(ts|js|mjs)$': '<rootDir>/jest/transform.cjs' },
  transformIgnorePatterns: [],
  resolver: '<rootDir>/jest/resolver.cjs',
  snapshotResolver: '<rootDir>/jest/snapshot-resolver.cjs',
  globalSetup: '<rootDir>/jest/global-setup.ts',
  globalTeardown: '<rootDir>/jest/global-teardown.ts',
  setupFiles: ['<rootDir>/jest/setup-env.ts'],
  testTimeout: 60000,
  // One worker for each core, and a fresh one before what specs leave behind fills the machine.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
};
