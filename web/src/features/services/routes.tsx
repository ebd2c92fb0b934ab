import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const ServicesPage = lazyPage(() => import('./ServicesPage').then((file) => file.ServicesPage));

export const routes: FeatureRoute[] = [{ path: 'services', element: <ServicesPage />, action: 'services.read', navKey: 'services' }];
