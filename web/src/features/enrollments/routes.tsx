import { lazyPage, type FeatureRoute } from '../../app/feature-route';

const EnrollmentsPage = lazyPage(() => import('./EnrollmentsPage').then((file) => file.EnrollmentsPage));
const PersonProgramsPage = lazyPage(() => import('./PersonProgramsPage').then((file) => file.PersonProgramsPage));
const PartyProgramsPage = lazyPage(() => import('./PartyProgramsPage').then((file) => file.PartyProgramsPage));
const CaseProgramsPage = lazyPage(() => import('./CaseProgramsPage').then((file) => file.CaseProgramsPage));

export const routes: FeatureRoute[] = [
  { path: 'programs', element: <EnrollmentsPage />, action: 'enrollments.read' },
  { path: 'people/:personId/programs', element: <PersonProgramsPage />, action: 'enrollments.read' },
  { path: 'parties/:partyId/programs', element: <PartyProgramsPage />, action: 'enrollments.read' },
  { path: 'cases/:caseId/programs', element: <CaseProgramsPage />, action: 'enrollments.read', caseTab: 60 },
];
