import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { apiFetch } from '../api/client';
import { asProblem } from '../api/problem';
import type { components } from '../api/schema';
import { rememberCsrfToken } from '../api/send';
import { followProfileLanguage } from './i18n';

/** A site the signed-in person works at. */
export type SessionSite = components['schemas']['SessionSite'];

/** Who is signed in, what they may do, where, and until when. */
export type Session = components['schemas']['SessionView'];

interface SessionState {
  session: Session | null;
  loading: boolean;
  /** Why the session could not be asked for (no network, server starting); null when it was answered. */
  problem: unknown;
  retry: () => void;
  /** Takes over a session that was just opened or refreshed. */
  signedIn: (session: Session) => void;
  /** Asks the server for the session again: keeps it alive and reads changed permissions. */
  refresh: () => Promise<void>;
  signOut: (everywhere: boolean) => Promise<void>;
}

const SessionContext = createContext<SessionState | null>(null);
const sessionKey = ['session', 'current'];

/** Keeps who is signed in for everything below it. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const current = useQuery({ queryKey: sessionKey, queryFn: currentSession, staleTime: Infinity, refetchOnWindowFocus: false });

  const signedIn = useCallback((session: Session) => {
    rememberCsrfToken(session);
    followProfileLanguage(session.user.language);
    cache.setQueryData(sessionKey, session);
  }, [cache]);

  const refresh = useCallback(async () => {
    const session = await currentSession();
    if (session) signedIn(session);
  }, [signedIn]);

  const signOut = useCallback(async (everywhere: boolean) => {
    await apiFetch(everywhere ? '/api/sessions' : '/api/sessions/current', { method: 'DELETE' }, { signIn: 'never' }).catch((thrown: unknown) => {
      if (asProblem(thrown).status !== 401) throw thrown;
    });
    // A fresh page forgets everything that was on the screen or in memory.
    window.location.assign('/');
  }, []);

  const state = useMemo<SessionState>(() => ({
    session: current.data ?? null,
    loading: current.isPending,
    problem: current.error,
    retry: () => void current.refetch(),
    signedIn,
    refresh,
    signOut,
  }), [current, signedIn, refresh, signOut]);
  return <SessionContext value={state}>{children}</SessionContext>;
}

/** Everything about the session, also while nobody is signed in. */
export function useSessionState(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('SessionProvider is missing above this component.');
  return state;
}

/** The session of the person who is signed in; only for pages inside the shell. */
export function useSession(): Session {
  const { session } = useSessionState();
  if (!session) throw new Error('This page needs somebody who is signed in.');
  return session;
}

/** Whether the signed-in person may do this somewhere: `can('stays.book')`. The server checks the record itself. */
export function useCan(): (action: string) => boolean {
  const { actions } = useSession();
  return (action) => actions.includes(action);
}

async function currentSession(): Promise<Session | null> {
  try {
    const response = await apiFetch('/api/sessions/current', {}, { signIn: 'never' });
    const session = (await response.json()) as Session;
    rememberCsrfToken(session);
    followProfileLanguage(session.user.language);
    return session;
  } catch (thrown) {
    if (asProblem(thrown).status === 401) return null;
    throw thrown;
  }
}
