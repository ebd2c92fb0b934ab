import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const PlanPage = lazyPage(() => import('./PlanPage').then((file) => file.PlanPage));
const PlanCopyPage = lazyPage(() => import('./PlanCopyPage').then((file) => file.PlanCopyPage));

export const routes: FeatureRoute[] = [
  { path: 'cases/:caseId/plan', element: <PlanPage />, action: 'cases.read', caseTab: 20 },
  { path: 'plans/:planId/copy', element: <PlanCopyPage />, action: 'cases.read' },
];
