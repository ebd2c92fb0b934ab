import { Suspense } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { AcceptInvitationPage } from '../features/session/AcceptInvitationPage';
import { ForgotPasswordPage } from '../features/session/ForgotPasswordPage';
import { ResetPasswordPage } from '../features/session/ResetPasswordPage';
import { SignInPage } from '../features/session/SignInPage';
import { BrokenPage } from './BrokenPage';
import { Loading } from '../ui/Loading';
import { featurePages } from './feature-pages';
import { lazyPage, type FeatureRoute } from './feature-route';
import { FirstSite } from './FirstSite';
import { Guarded } from './Guarded';
import { NotFoundPage } from './NotFoundPage';
import { SettingsHome } from './SettingsHome';
import { Shell } from './Shell';
import { SiteHome } from './SiteHome';

const AccountPage = lazyPage(() => import('../features/account/AccountPage').then((file) => file.AccountPage));
const CaseShell = lazyPage(() => import('./CaseShell').then((file) => file.CaseShell));
const OutboxPage = lazyPage(() => import('../features/outbox/OutboxPage').then((file) => file.OutboxPage));

/**
 * How a feature adds pages: a file `src/features/<room>/routes.tsx` that exports `routes`. It is found by its name; nothing is registered here.
 *
 *     import { lazyPage, type FeatureRoute } from '../../app/feature-route';
 *
 *     const BedBoardPage = lazyPage(() => import('./BedBoardPage').then((file) => file.BedBoardPage));
 *
 *     export const routes: FeatureRoute[] = [
 *       { path: 'beds', element: <BedBoardPage />, action: 'stays.read', navKey: 'beds' },
 *     ];
 *
 * A page `cases/:caseId/<tab>` is shown inside the case (CaseShell): `useCase()` is its head, `caseTab: 30` makes it a tab whose text is the
 * feature's `tab`. Pages live under `/<siteCode>/<path>`; inside them `useSite()` is the site, `useSitePath()` makes addresses, `useCan()` asks for an action.
 * The routes file itself is in the first download, so it imports nothing but lazyPage. Texts: see i18n.ts. Calls: see api/client.ts.
 */
const PAGE_OF_A_CASE = /^cases\/:caseId(\/|$)/;

const asRoute = ({ path, element, action }: FeatureRoute): RouteObject => ({ path, element: <Guarded action={action}>{element}</Guarded>, errorElement: <BrokenPage /> });

const pagesOfASite: RouteObject[] = [
  ...featurePages.filter(({ path }) => !PAGE_OF_A_CASE.test(path)).map(asRoute),
  {
    element: <Guarded action="cases.read"><CaseShell /></Guarded>,
    errorElement: <BrokenPage />,
    children: featurePages.filter(({ path }) => PAGE_OF_A_CASE.test(path)).map(asRoute),
  },
];

/** The router of the whole app. `/welcome` and `/reset-password` carry their token in the fragment, which no server ever sees. */
export function makeRouter() {
  return createBrowserRouter([
    {
      errorElement: <BrokenPage />,
      children: [
        { path: '/sign-in', element: <SignInPage /> },
        { path: '/forgot-password', element: <ForgotPasswordPage /> },
        { path: '/reset-password', element: <ResetPasswordPage /> },
        { path: '/welcome', element: <AcceptInvitationPage /> },
        { path: '/dev/outbox', element: <Suspense fallback={<Loading lines={4} />}><OutboxPage /></Suspense> },
        {
          element: <Shell />,
          children: [
            { path: '/', element: <FirstSite /> },
            { path: '/my-account', element: <Suspense fallback={<Loading lines={6} />}><AccountPage /></Suspense>, errorElement: <BrokenPage /> },
            { path: '/:siteCode', element: <SiteHome /> },
            { path: '/:siteCode/settings', element: <SettingsHome />, errorElement: <BrokenPage /> },
            { path: '/:siteCode', errorElement: <BrokenPage />, children: [...pagesOfASite, { path: '*', element: <NotFoundPage /> }] },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
}
