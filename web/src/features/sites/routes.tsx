import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const SettingsPage = lazyPage(() => import('./SettingsPage').then((file) => file.SettingsPage));
const SitePage = lazyPage(() => import('./SitePage').then((file) => file.SitePage));
const RoomsPage = lazyPage(() => import('./RoomsPage').then((file) => file.RoomsPage));

export const routes: FeatureRoute[] = [
  { path: 'settings', element: <SettingsPage />, action: 'settings.read', navKey: 'settings' },
  { path: 'settings/site', element: <SitePage />, action: 'settings.read' },
  { path: 'settings/rooms', element: <RoomsPage />, action: 'settings.read' },
];
