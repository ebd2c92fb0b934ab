import type { FeatureRoute } from './feature-route';

const contributions = import.meta.glob<{ routes: FeatureRoute[] }>('../features/*/routes.tsx', { eager: true });

/** Every page that the features contribute (how: see routes.tsx), each with the text of its tab if it is one of a case. */
export const featurePages: (FeatureRoute & { tabText: string })[] = Object.entries(contributions).flatMap(([file, { routes }]) =>
  routes.map((route) => ({ tabText: `${roomOf(file)}:tab`, ...route })),
);

function roomOf(file: string): string {
  return /features\/([^/]+)\//.exec(file)?.[1] ?? '';
}
