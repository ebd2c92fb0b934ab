import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const BedBoardPage = lazyPage(() => import('./BedBoardPage').then((file) => file.BedBoardPage));
const HeadcountPage = lazyPage(() => import('./HeadcountPage').then((file) => file.HeadcountPage));

export const routes: FeatureRoute[] = [
  { path: 'beds', element: <BedBoardPage />, action: 'stays.read', navKey: 'beds' },
  { path: 'beds/headcount', element: <HeadcountPage />, action: 'stays.read' },
];
