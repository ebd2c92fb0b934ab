import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '../../api/problem';
import { bodyOf, hasWords, type NoteForm } from './note-form';
import { beginNote, noteOf, saveNote, type Note } from './notes.api';

const PAUSE = 1_200;
const AGAIN = 5_000;

/** Where the saving of a draft stands. */
export type DraftState = 'empty' | 'saving' | 'saved' | 'unsaved' | 'refused' | 'changed';

export interface NoteDraft {
  state: DraftState;
  savedAt: string | null;
  problem: unknown;
  /** The same draft as another window saved it, while that is not settled. */
  other: Note | null;
  /** Saves and signs; fulfilled once the server has it. */
  sign: () => Promise<Note>;
  /** Saves now what is not saved yet. */
  flush: () => Promise<void>;
  /** Goes on with what is typed here, over what the other window saved. */
  keepMine: () => void;
  /** The form was closed or thrown away: nothing more is saved. */
  stop: () => void;
}

interface DraftSource {
  caseId: string;
  /** The draft that is typed on; null for a new one. */
  draft: Note | null;
  correctsId: string | null;
  /** Told once the server has made the draft. */
  onBegun: (note: Note) => void;
}

/**
 * Saves a note on the server a moment after the last key, one save at a time, so that neither a reload nor an ended session loses it.
 * Nothing of it is kept in the browser. When another window saved the draft meanwhile, both texts are shown before anything is written.
 */
export function useNoteDraft({ caseId, draft, correctsId, onBegun }: DraftSource, form: NoteForm): NoteDraft {
  const [state, setState] = useState<DraftState>(draft ? 'saved' : 'empty');
  const [savedAt, setSavedAt] = useState<string | null>(draft?.savedAt ?? null);
  const [problem, setProblem] = useState<unknown>(null);
  const [other, setOther] = useState<Note | null>(null);
  const [round, setRound] = useState(0);
  const at = useRef<{ id: string; version: number } | null>(draft && { id: draft.id, version: draft.version });
  const kept = useRef(JSON.stringify(form));
  const held = useRef(false);
  const latest = useRef(form);
  const running = useRef<Promise<unknown> | null>(null);
  latest.current = form;

  const saveOnce = useCallback(async (sign: boolean): Promise<Note> => {
    const typed = latest.current;
    setState('saving');
    try {
      const body = bodyOf(typed, sign);
      const known = at.current;
      const saved = known ? await saveNote(known.id, known.version, body) : await beginNote(caseId, correctsId, body);
      at.current = { id: saved.id, version: saved.version };
      kept.current = JSON.stringify(typed);
      held.current = sign;
      setSavedAt(saved.savedAt);
      setProblem(null);
      setState('saved');
      if (!known && !sign) onBegun(saved);
      return saved;
    } catch (thrown) {
      const { code, status } = asProblem(thrown);
      if (code === 'NOTE_CHANGED' && at.current) {
        held.current = true;
        setOther(await noteOf(at.current.id));
        setState('changed');
      } else {
        held.current = status === 404 || status === 403 || status === 409;
        setProblem(sign || held.current || status === 400 ? thrown : null);
        setState(held.current ? 'refused' : 'unsaved');
      }
      throw thrown;
    }
  }, [caseId, correctsId, onBegun]);

  const inTurn = useCallback(async (sign: boolean): Promise<Note> => {
    await running.current?.catch(() => undefined);
    const turn = saveOnce(sign);
    running.current = turn;
    try {
      return await turn;
    } finally {
      running.current = null;
    }
  }, [saveOnce]);

  const text = JSON.stringify(form);
  useEffect(() => {
    if (held.current || text === kept.current || (at.current === null && !hasWords(latest.current))) return;
    const timer = setTimeout(() => {
      inTurn(false).catch((thrown: unknown) => {
        if (asProblem(thrown).status !== 400) setTimeout(() => setRound((before) => before + 1), AGAIN);
      });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, round, inTurn]);

  useEffect(() => {
    const saveNow = () => {
      const unsaved = JSON.stringify(latest.current) !== kept.current;
      if (unsaved && !held.current && hasWords(latest.current)) inTurn(false).catch(() => undefined);
    };
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') saveNow();
    };
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      saveNow();
    };
  }, [inTurn]);

  const sign = useCallback(() => inTurn(true), [inTurn]);
  const flush = useCallback(async () => {
    await running.current?.catch(() => undefined);
    if (JSON.stringify(latest.current) !== kept.current && hasWords(latest.current)) await inTurn(false);
  }, [inTurn]);
  const keepMine = useCallback(() => {
    if (other) at.current = { id: other.id, version: other.version };
    held.current = false;
    setOther(null);
    setState('unsaved');
    setRound((before) => before + 1);
  }, [other]);
  const stop = useCallback(() => {
    held.current = true;
  }, []);
  return { state, savedAt, problem, other, sign, flush, keepMine, stop };
}
