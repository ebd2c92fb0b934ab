import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const ConsentSettingsPage = lazyPage(() => import('./ConsentSettingsPage').then((file) => file.ConsentSettingsPage));

export const routes: FeatureRoute[] = [{ path: 'settings/consents', element: <ConsentSettingsPage />, action: 'instruments.manage', navKey: 'settings' }];
