import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const DeparturesPage = lazyPage(() => import('./DeparturesPage').then((file) => file.DeparturesPage));
const TravellerListPage = lazyPage(() => import('./TravellerListPage').then((file) => file.TravellerListPage));
const TravelLetterPage = lazyPage(() => import('./TravelLetterPage').then((file) => file.TravelLetterPage));

export const routes: FeatureRoute[] = [
  { path: 'departures', element: <DeparturesPage />, action: 'travel.read', navKey: 'departures' },
  { path: 'departures/list', element: <TravellerListPage />, action: 'travel.read' },
  { path: 'departures/:tripId/letter', element: <TravelLetterPage />, action: 'travel.read' },
];
