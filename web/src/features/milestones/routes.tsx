import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const CaseMilestonesPage = lazyPage(() => import('./CaseMilestonesPage').then((file) => file.CaseMilestonesPage));
const PersonMilestonesPage = lazyPage(() => import('./PersonMilestonesPage').then((file) => file.PersonMilestonesPage));
const CohortStartPage = lazyPage(() => import('./CohortStartPage').then((file) => file.CohortStartPage));
const CohortPage = lazyPage(() => import('./CohortPage').then((file) => file.CohortPage));
const CohortRowsPage = lazyPage(() => import('./CohortRowsPage').then((file) => file.CohortRowsPage));

export const routes: FeatureRoute[] = [
  { path: 'cases/:caseId/milestones', element: <CaseMilestonesPage />, action: 'cases.read', caseTab: 50 },
  { path: 'people/:personId/milestones', element: <PersonMilestonesPage />, action: 'cases.read' },
  { path: 'programs/cohort', element: <CohortStartPage />, action: 'programs.read' },
  { path: 'programs/:programId/cohort', element: <CohortPage />, action: 'programs.read' },
  { path: 'programs/:programId/cohort/:milestone/:day/:set', element: <CohortRowsPage />, action: 'cases.supervise' },
];
