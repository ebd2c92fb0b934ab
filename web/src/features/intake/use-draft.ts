import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '../../api/problem';
import { isWorthKeeping, titleOf, type IntakeForm } from './intake-form';
import { draftsKey, saveDraft } from './intake.api';

const PAUSE = 800;
const AGAIN = 5_000;

/** Where the saving of a draft stands. */
export type DraftState = 'empty' | 'saving' | 'saved' | 'unsaved' | 'refused';

export interface Draft {
  state: DraftState;
  savedAt: string | null;
  problem: unknown;
  /** Saves now what is typed; fulfilled once the server has it. */
  flush: () => Promise<void>;
  /** Stops saving: the form was sent or thrown away. */
  stop: () => void;
}

/**
 * Saves a form on the server a moment after the last key, one save at a time. When the network or the session is gone it tries again;
 * when another window saved the form meanwhile it stops and says so.
 */
export function useDraft(id: string, siteId: string, form: IntakeForm, savedVersion: number): Draft {
  const cache = useQueryClient();
  const [state, setState] = useState<DraftState>(savedVersion > 0 ? 'saved' : 'empty');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const version = useRef(savedVersion);
  const kept = useRef(JSON.stringify(form));
  const stopped = useRef(false);
  const latest = useRef(form);
  const running = useRef<Promise<void> | null>(null);
  latest.current = form;

  const saveOnce = useCallback(async () => {
    const typed = latest.current;
    const content = JSON.stringify(typed);
    if (stopped.current || (version.current > 0 && content === kept.current)) return;
    setState('saving');
    try {
      const saved = await saveDraft(id, { siteId, version: version.current, title: titleOf(typed), content });
      if (version.current === 0) void cache.invalidateQueries({ queryKey: draftsKey });
      version.current = saved.version;
      kept.current = content;
      setSavedAt(saved.savedAt);
      setProblem(null);
      setState('saved');
    } catch (thrown) {
      const isFinal = asProblem(thrown).status === 409 || asProblem(thrown).status === 404;
      if (isFinal) stopped.current = true;
      setProblem(isFinal ? thrown : null);
      setState(isFinal ? 'refused' : 'unsaved');
      throw thrown;
    }
  }, [cache, id, siteId]);

  const flush = useCallback(async () => {
    await running.current?.catch(() => undefined);
    running.current = saveOnce();
    try {
      await running.current;
    } finally {
      running.current = null;
    }
  }, [saveOnce]);

  const text = JSON.stringify(form);
  useEffect(() => {
    if (stopped.current || text === kept.current || (version.current === 0 && !isWorthKeeping(latest.current))) return;
    const timer = setTimeout(() => {
      flush().catch(() => setTimeout(() => setRound((before) => before + 1), AGAIN));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, round, flush]);

  useEffect(() => {
    const saveNow = () => {
      const unsaved = JSON.stringify(latest.current) !== kept.current;
      if (document.visibilityState === 'hidden' && unsaved && !stopped.current && (version.current > 0 || isWorthKeeping(latest.current))) flush().catch(() => undefined);
    };
    document.addEventListener('visibilitychange', saveNow);
    return () => {
      document.removeEventListener('visibilitychange', saveNow);
      // Somebody goes to another page before the pause is over.
      if (JSON.stringify(latest.current) !== kept.current && !stopped.current && isWorthKeeping(latest.current)) flush().catch(() => undefined);
    };
  }, [flush]);

  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { state, savedAt, problem, flush, stop };
}
