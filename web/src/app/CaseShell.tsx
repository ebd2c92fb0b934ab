import { Anchor, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useParams } from 'react-router';
import { api, read } from '../api/client';
import { asProblem } from '../api/problem';
import type { components } from '../api/schema';
import { EmptyState } from '../ui/EmptyState';
import { Loading } from '../ui/Loading';
import { PageHeader } from '../ui/PageHeader';
import { ProblemAlert } from '../ui/ProblemAlert';
import { StateBadge } from '../ui/StateBadge';
import classes from './CaseShell.module.css';
import { featurePages } from './feature-pages';
import { NotFoundPage } from './NotFoundPage';
import { useCan } from './session';
import { useSitePath } from './site';

/** The head of a case: whom it is about, who works on it, and what the reader may do (`offers`). */
export type CaseHead = components['schemas']['CaseHeaderView'];

const CaseContext = createContext<CaseHead | null>(null);

/** The head of a case by its id. What changes a case invalidates `['cases']`. */
export function caseHead(id: string) {
  return queryOptions({
    queryKey: ['cases', 'head', id],
    queryFn: () => read(api.GET('/api/cases/{id}', { params: { path: { id } } })),
    retry: false,
  });
}

/** The case around a page whose path begins with `cases/:caseId`. */
export function useCase(): CaseHead {
  const found = useContext(CaseContext);
  if (!found) throw new Error('This page belongs under the address of a case.');
  return found;
}

/** The frame of every page of a case: its head and its tabs. A page inside brings its own h1 with PageHeader. */
export function CaseShell() {
  const { caseId = '' } = useParams();
  const head = useQuery(caseHead(caseId));
  if (head.isPending) return <Loading lines={6} />;
  if (!head.data) {
    const { status } = asProblem(head.error);
    return status === 404 || status === 400 ? <NotFoundPage /> : <ProblemAlert problem={head.error} onRetry={() => void head.refetch()} takeFocus={false} />;
  }
  return (
    <CaseContext key={head.data.id} value={head.data}>
      <Head found={head.data} />
      {head.data.offers.includes('read') ? <><Tabs /><Outlet /></> : <NotYours found={head.data} />}
    </CaseContext>
  );
}

function Head({ found }: { found: CaseHead }) {
  const { t } = useTranslation('cases');
  const path = useSitePath();
  return (
    <section className={classes.head} aria-label={t('shell.label', { code: found.code })}>
      <div className={classes.line}>
        <span className={classes.code}>{found.code}</span>
        {found.state === 'closed' && <StateBadge>{t('state.closed')}</StateBadge>}
        {found.sealed && <StateBadge tone="warn">{t('shell.sealed')}</StateBadge>}
        {found.acuity === 'high' && <StateBadge tone="info">{t('acuity.high')}</StateBadge>}
      </div>
      <ul className={classes.members} aria-label={t('shell.members')}>
        {found.members.map(({ personId, name, age }) => (
          <li key={personId}>
            <Anchor component={Link} to={path('people', personId)} underline="always">{name}</Anchor>
            {age !== null && <Text span size="sm" c="dimmed"> {t('age', { count: age })}</Text>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tabs() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const can = useCan();
  const path = useSitePath();
  const tabs = featurePages
    .flatMap((page) => (page.caseTab !== undefined && can(page.action) ? [{ ...page, caseTab: page.caseTab }] : []))
    .sort((one, other) => one.caseTab - other.caseTab);
  return (
    <nav className={`${classes.tabs} no-print`} aria-label={t('cases:shell.tabs')}>
      <ul>
        {tabs.map(({ path: address, tabText }) => (
          <li key={address}>
            <NavLink to={path(...address.replace(':caseId', caseId).split('/'))} end={address === 'cases/:caseId'} className={classes.tab}>{t(tabText)}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NotYours({ found }: { found: CaseHead }) {
  const { t } = useTranslation('cases');
  const lead = found.workers.find(({ role }) => role === 'lead');
  return (
    <>
      <PageHeader title={t('shell.title', { code: found.code })} />
      <EmptyState title={t('shell.notYours')}>{lead ? t('shell.askLead', { name: lead.name }) : t('shell.askSupervisor')}</EmptyState>
    </>
  );
}
