import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const SitePage = lazyPage(() => import('./SitePage').then((file) => file.SitePage));
const RoomsPage = lazyPage(() => import('./RoomsPage').then((file) => file.RoomsPage));

export const routes: FeatureRoute[] = [
  { path: 'settings/site', element: <SitePage />, action: 'settings.read', navKey: 'settings', settingsText: 'sites:settings.site.' },
  { path: 'settings/rooms', element: <RoomsPage />, action: 'settings.read', settingsText: 'sites:settings.rooms.' },
];
