import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const CasesPage = lazyPage(() => import('./CasesPage').then((file) => file.CasesPage));
const CaseloadsPage = lazyPage(() => import('./CaseloadsPage').then((file) => file.CaseloadsPage));
const HandoversPage = lazyPage(() => import('./HandoversPage').then((file) => file.HandoversPage));
const OverviewPage = lazyPage(() => import('./OverviewPage').then((file) => file.OverviewPage));

export const routes: FeatureRoute[] = [
  { path: 'cases', element: <CasesPage />, action: 'cases.read', navKey: 'cases' },
  { path: 'cases/caseloads', element: <CaseloadsPage />, action: 'cases.supervise' },
  { path: 'cases/handovers', element: <HandoversPage />, action: 'cases.supervise' },
  { path: 'cases/:caseId', element: <OverviewPage />, action: 'cases.read', caseTab: 10 },
];
