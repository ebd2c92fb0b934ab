import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const CaseFilesPage = lazyPage(() => import('./CaseFilesPage').then((file) => file.CaseFilesPage));

export const routes: FeatureRoute[] = [{ path: 'cases/:caseId/files', element: <CaseFilesPage />, action: 'cases.read', caseTab: 70 }];
