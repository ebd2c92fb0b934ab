import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const UsersPage = lazyPage(() => import('./UsersPage').then((file) => file.UsersPage));
const UserPage = lazyPage(() => import('./UserPage').then((file) => file.UserPage));

export const routes: FeatureRoute[] = [
  { path: 'settings/users', element: <UsersPage />, action: 'users.read', navKey: 'settings' },
  { path: 'settings/users/:userId', element: <UserPage />, action: 'users.read' },
];
