import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '../../api/problem';
import { assessmentOf, saveAssessment, type AssessmentDetail, type SaveBody } from './assessments.api';

const PAUSE = 1_000;
const AGAIN = 5_000;

/** What is typed of a draft. Answers are left out where only the outcome is kept: they stay on the screen and go nowhere. */
export type DraftForm = Omit<SaveBody, 'version'>;

/** Where the saving of a draft stands. */
export type DraftState = 'saved' | 'saving' | 'unsaved' | 'changed' | 'refused';

export interface AssessmentDraft {
  state: DraftState;
  savedAt: string | null;
  problem: unknown;
  /** The same draft as another window saved it, while that is not settled. */
  other: AssessmentDetail | null;
  /** Saves now what is not saved yet, and gives the version to go on with. */
  flush: () => Promise<number>;
  /** Goes on with what is on this screen, over what the other window saved. */
  keepMine: () => void;
  stop: () => void;
}

/** Saves a draft a moment after the last answer, one save at a time. A second window is shown before anything is written over it. */
export function useAssessmentDraft(draft: AssessmentDetail, form: DraftForm): AssessmentDraft {
  const [state, setState] = useState<DraftState>('saved');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [other, setOther] = useState<AssessmentDetail | null>(null);
  const [round, setRound] = useState(0);
  const version = useRef(draft.version);
  const text = JSON.stringify(form);
  const kept = useRef(text);
  const latest = useRef(form);
  const held = useRef(false);
  const running = useRef<Promise<unknown> | null>(null);
  latest.current = form;

  const saveOnce = useCallback(async (): Promise<void> => {
    const typed = latest.current;
    setState('saving');
    try {
      const saved = await saveAssessment(draft.id, { ...typed, version: version.current });
      version.current = saved.version;
      kept.current = JSON.stringify(typed);
      setSavedAt(saved.savedAt);
      setProblem(null);
      setState('saved');
    } catch (thrown) {
      const { code, status } = asProblem(thrown);
      if (code === 'CHANGED_MEANWHILE') {
        held.current = true;
        setOther(await assessmentOf(draft.id));
        setState('changed');
      } else {
        held.current = status === 403 || status === 404 || status === 409;
        setProblem(status === 400 || held.current ? thrown : null);
        setState(held.current ? 'refused' : 'unsaved');
      }
      throw thrown;
    }
  }, [draft.id]);

  const flush = useCallback(async (): Promise<number> => {
    await running.current?.catch(() => undefined);
    if (JSON.stringify(latest.current) !== kept.current) {
      const turn = saveOnce();
      running.current = turn;
      try {
        await turn;
      } finally {
        running.current = null;
      }
    }
    return version.current;
  }, [saveOnce]);

  useEffect(() => {
    if (held.current || text === kept.current) return;
    const timer = setTimeout(() => {
      flush().catch((thrown: unknown) => {
        if (asProblem(thrown).status !== 400) setTimeout(() => setRound((before) => before + 1), AGAIN);
      });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, round, flush]);

  useEffect(() => {
    const saveNow = () => {
      if (!held.current) flush().catch(() => undefined);
    };
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') saveNow();
    };
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      saveNow();
    };
  }, [flush]);

  const keepMine = useCallback(() => {
    if (other) version.current = other.version;
    held.current = false;
    setOther(null);
    setState('unsaved');
    setRound((before) => before + 1);
  }, [other]);
  const stop = useCallback(() => {
    held.current = true;
  }, []);
  return { state, savedAt, problem, other, flush, keepMine, stop };
}
