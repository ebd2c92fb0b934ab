import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const MyDayPage = lazyPage(() => import('./MyDayPage').then((file) => file.MyDayPage));

export const routes: FeatureRoute[] = [{ path: 'my-day', element: <MyDayPage />, action: 'cases.read', navKey: 'myDay' }];
