import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const ArrivalsPage = lazyPage(() => import('./ArrivalsPage').then((file) => file.ArrivalsPage));
const ManifestPage = lazyPage(() => import('./ManifestPage').then((file) => file.ManifestPage));
const ColumnsPage = lazyPage(() => import('./ColumnsPage').then((file) => file.ColumnsPage));

export const routes: FeatureRoute[] = [
  { path: 'arrivals', element: <ArrivalsPage />, action: 'arrivals.read', navKey: 'arrivals' },
  { path: 'arrivals/manifests/:manifestId', element: <ManifestPage />, action: 'manifests.work' },
  { path: 'arrivals/manifests/:manifestId/columns', element: <ColumnsPage />, action: 'manifests.work' },
];
