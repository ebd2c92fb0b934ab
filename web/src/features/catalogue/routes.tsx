import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const CataloguePage = lazyPage(() => import('./CataloguePage').then((file) => file.CataloguePage));

export const routes: FeatureRoute[] = [{ path: 'settings/catalogue', element: <CataloguePage />, action: 'catalogue.read', navKey: 'settings' }];
