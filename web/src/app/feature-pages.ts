import type { FeatureRoute } from './feature-route';

const contributions = import.meta.glob<{ routes: FeatureRoute[] }>('../features/*/routes.tsx', { eager: true });

/** Every page that the features contribute (how: see routes.tsx). */
export const featurePages: FeatureRoute[] = Object.values(contributions).flatMap((file) => file.routes);
