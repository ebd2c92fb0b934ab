import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const ProgramsPage = lazyPage(() => import('./ProgramsPage').then((file) => file.ProgramsPage));
const ProgramPage = lazyPage(() => import('./ProgramPage').then((file) => file.ProgramPage));

export const routes: FeatureRoute[] = [
  { path: 'settings/programs', element: <ProgramsPage />, action: 'programs.read', navKey: 'settings' },
  { path: 'settings/programs/:programId', element: <ProgramPage />, action: 'programs.read' },
];
