import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const AssessmentsPage = lazyPage(() => import('./AssessmentsPage').then((file) => file.AssessmentsPage));
const AssessmentPage = lazyPage(() => import('./AssessmentPage').then((file) => file.AssessmentPage));
const ChangePage = lazyPage(() => import('./ChangePage').then((file) => file.ChangePage));
const InstrumentsPage = lazyPage(() => import('./InstrumentsPage').then((file) => file.InstrumentsPage));
const VersionPage = lazyPage(() => import('./VersionPage').then((file) => file.VersionPage));

export const routes: FeatureRoute[] = [
  { path: 'cases/:caseId/assessments', element: <AssessmentsPage />, action: 'cases.read', caseTab: 40 },
  { path: 'cases/:caseId/assessments/:assessmentId', element: <AssessmentPage />, action: 'cases.read' },
  { path: 'cases/:caseId/assessments/change/:instrument', element: <ChangePage />, action: 'cases.read' },
  { path: 'settings/instruments', element: <InstrumentsPage />, action: 'instruments.manage', navKey: 'settings', settingsText: 'assessments:instruments.' },
  { path: 'settings/instruments/:versionId', element: <VersionPage />, action: 'instruments.manage' },
];
