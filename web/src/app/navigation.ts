import { navKeys, type FeatureRoute, type NavKey } from './feature-route';
import { BedIcon, BusIcon, CaseIcon, DayIcon, DepartureIcon, PeopleIcon, ReportIcon, ServiceIcon, SettingsIcon, TodayIcon } from '../ui/icons';

/** One entry of the navigation that the signed-in person may open. */
export interface NavEntry {
  key: NavKey;
  path: string;
}

/** Drawings of the navigation. */
export const navIcons = {
  myDay: DayIcon, today: TodayIcon, arrivals: BusIcon, beds: BedIcon, people: PeopleIcon, cases: CaseIcon,
  services: ServiceIcon, departures: DepartureIcon, reports: ReportIcon, settings: SettingsIcon,
} as const;

/** The bottom bar of a phone has room for four; these come first because a night, or a caseworker's day, needs them most. */
const needsThumb: NavKey[] = ['myDay', 'cases', 'today', 'arrivals', 'beds', 'services'];

/** The entries of the navigation for these actions, in their fixed order. Settings have several pages, and a first one that names them. */
export function navEntries(routes: FeatureRoute[], actions: string[]): NavEntry[] {
  return navKeys.flatMap((key) => {
    const route = routes.find((candidate) => candidate.navKey === key && actions.includes(candidate.action));
    return route ? [{ key, path: key === 'settings' ? key : route.path }] : [];
  });
}

/** The four entries of the bottom bar of a phone. */
export function bottomEntries(entries: NavEntry[]): NavEntry[] {
  const first = needsThumb.flatMap((key) => entries.filter((entry) => entry.key === key));
  const others = entries.filter((entry) => !needsThumb.includes(entry.key));
  const chosen = [...first, ...others].slice(0, 4);
  return entries.filter((entry) => chosen.includes(entry));
}
