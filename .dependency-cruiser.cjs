// The rooms of src/, top to bottom: a folder imports only from those above it (docs/architecture.md).
const rooms = [
  'platform', 'audit', 'organizations', 'auth', 'sites', 'people', 'consents', 'programs', 'arrivals', 'stays', 'services', 'travel',
  'cases', 'plans', 'assessments', 'deadlines', 'appointments', 'reminders', 'referrals', 'grants', 'reports', 'timeline', 'demo', 'today',
];

module.exports = {
  forbidden: [
    ...rooms.slice(0, -1).map((room, index) => ({
      name: `${room}-imports-only-from-above`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '[.]spec[.]ts$' },
      to: { path: `^src/(${rooms.slice(index + 1).join('|')})/` },
    })),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: { tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, tsConfig: { fileName: 'tsconfig.json' } },
};
