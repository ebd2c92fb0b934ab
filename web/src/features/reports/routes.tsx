import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const ReportsPage = lazyPage(() => import('./ReportsPage').then((file) => file.ReportsPage));
const ReportPage = lazyPage(() => import('./ReportPage').then((file) => file.ReportPage));
const FigureRowsPage = lazyPage(() => import('./FigureRowsPage').then((file) => file.FigureRowsPage));
const IndicatorRowsPage = lazyPage(() => import('./IndicatorRowsPage').then((file) => file.IndicatorRowsPage));
const ReportChangesPage = lazyPage(() => import('./ReportChangesPage').then((file) => file.ReportChangesPage));
const ChangedRowsPage = lazyPage(() => import('./ChangedRowsPage').then((file) => file.ChangedRowsPage));

export const routes: FeatureRoute[] = [
  { path: 'reports', element: <ReportsPage />, action: 'reports.read', navKey: 'reports' },
  { path: 'reports/:runId', element: <ReportPage />, action: 'reports.read' },
  { path: 'reports/:runId/figures/:figureKey', element: <FigureRowsPage />, action: 'reports.read' },
  { path: 'reports/:runId/indicators/:indicatorKey', element: <IndicatorRowsPage />, action: 'reports.read' },
  { path: 'reports/:runId/changes', element: <ReportChangesPage />, action: 'reports.read' },
  { path: 'reports/:runId/changes/:figureKey', element: <ChangedRowsPage />, action: 'reports.read' },
];
