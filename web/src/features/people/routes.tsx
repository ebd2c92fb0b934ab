import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const PeoplePage = lazyPage(() => import('./PeoplePage').then((file) => file.PeoplePage));
const PersonPage = lazyPage(() => import('./PersonPage').then((file) => file.PersonPage));
const PartyPage = lazyPage(() => import('./PartyPage').then((file) => file.PartyPage));
const CaseConsentsPage = lazyPage(() => import('./CaseConsentsPage').then((file) => file.CaseConsentsPage));

export const routes: FeatureRoute[] = [
  { path: 'people', element: <PeoplePage />, action: 'people.read', navKey: 'people' },
  { path: 'people/:personId', element: <PersonPage />, action: 'people.read' },
  { path: 'parties/:partyId', element: <PartyPage />, action: 'people.read' },
  { path: 'cases/:caseId/consents', element: <CaseConsentsPage />, action: 'cases.read', caseTab: 65, tabText: 'people:consent.tab' },
];
