import { lazy, type ComponentType, type ReactNode } from 'react';

/** Entries of the navigation, in the order they are shown. */
export const navKeys = ['myDay', 'today', 'arrivals', 'beds', 'people', 'cases', 'services', 'departures', 'reports', 'settings'] as const;

/** One entry of the navigation. */
export type NavKey = (typeof navKeys)[number];

/** One page of a feature, under the address of a site. */
export interface FeatureRoute {
  /** Address after the site, without a slash in front: `beds`, `people/:personId`. */
  path: string;
  /** The page; make its component with lazyPage so that it is loaded when it is first opened. */
  element: ReactNode;
  /** The action that the session must hold; without it the page answers like one that does not exist. */
  action: string;
  /** Puts the page into the navigation (its text is in app/en.json and es.json). */
  navKey?: NavKey;
  /** For a page `settings/<room>`: where its entry in the settings finds its `title` and `subtitle`, when that is not the texts of a feature called <room>. */
  settingsText?: string;
  /** Makes a page `cases/:caseId/…` a tab of the case, at this place in their order. */
  caseTab?: number;
  /** The key of the tab's text when it is not `tab` among the texts of the feature: `plans:milestones.tab`. */
  tabText?: string;
}

/** A page component in a file of its own: `const BedBoardPage = lazyPage(() => import('./BedBoardPage').then((file) => file.BedBoardPage))`. */
export function lazyPage(load: () => Promise<ComponentType>) {
  return lazy(async () => ({ default: await load() }));
}
