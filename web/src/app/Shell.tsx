import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { IdleWarning } from '../features/session/IdleWarning';
import { SignInPage } from '../features/session/SignInPage';
import { Loading } from '../ui/Loading';
import { ProblemAlert } from '../ui/ProblemAlert';
import { SiteZoneProvider } from '../ui/site-zone';
import { BottomBar } from './BottomBar';
import { featurePages } from './feature-pages';
import { navEntries } from './navigation';
import { useSession, useSessionState } from './session';
import classes from './Shell.module.css';
import { SideNav } from './SideNav';
import { useSiteOrNull } from './site';
import { TopBar } from './TopBar';

/** The frame of every page for those who are signed in; for others the sign-in page at the same address, so that they arrive where they wanted. */
export function Shell() {
  const { session, loading, problem, retry } = useSessionState();
  if (loading) return <div className={classes.waiting}><Loading lines={5} /></div>;
  if (problem) return <main className={classes.waiting}><ProblemAlert problem={problem} onRetry={retry} /></main>;
  return session ? <Frame /> : <SignInPage />;
}

function Frame() {
  const { t } = useTranslation('app');
  const { actions, sites } = useSession();
  const site = useSiteOrNull() ?? sites[0] ?? null;
  const entries = site ? navEntries(featurePages, actions) : [];
  const main = useFocusOnNewPage();
  return (
    <SiteZoneProvider zone={site?.timeZone ?? 'UTC'}>
      <a href="#main" className={`${classes.skip} no-print`}>{t('skipToContent')}</a>
      <div className={classes.shell} data-nav={entries.length > 0}>
        <TopBar site={site} />
        {site && entries.length > 0 && <SideNav site={site} entries={entries} />}
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
        {site && entries.length > 0 && <BottomBar site={site} entries={entries} />}
      </div>
      <IdleWarning />
    </SiteZoneProvider>
  );
}

/** After a change of page, reading and tabbing start at the new content and at its top. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
