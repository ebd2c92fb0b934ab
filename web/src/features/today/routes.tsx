import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const TodayPage = lazyPage(() => import('./TodayPage').then((file) => file.TodayPage));

export const routes: FeatureRoute[] = [{ path: 'today', element: <TodayPage />, action: 'today.read', navKey: 'today' }];
