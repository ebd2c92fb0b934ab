import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const NotesPage = lazyPage(() => import('./NotesPage').then((file) => file.NotesPage));

export const routes: FeatureRoute[] = [{ path: 'cases/:caseId/notes', element: <NotesPage />, action: 'cases.read', caseTab: 30 }];
