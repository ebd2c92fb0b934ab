import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const IntakeStart = lazyPage(() => import('./IntakeStart').then((file) => file.IntakeStart));
const IntakePage = lazyPage(() => import('./IntakePage').then((file) => file.IntakePage));

export const routes: FeatureRoute[] = [
  { path: 'intake', element: <IntakeStart />, action: 'intake.work' },
  { path: 'intake/:draftId', element: <IntakePage />, action: 'intake.work' },
];
