import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, asProblem } from '../../api/problem';
import { addFile, type AddedCaseFile, type FileFacts, filesOf, mostBytes } from './case-files.api';

/** A file that was chosen and is not on the case yet. */
export interface FileDraft {
  key: number;
  file: File;
  facts: FileFacts;
  /** How much of it has left, from 0 to 1; null when it is not under way. */
  sent: number | null;
  problem: unknown;
}

export interface FileDrafts {
  drafts: FileDraft[];
  /** The files that were put on the case since the page was opened, newest first. */
  added: AddedCaseFile[];
  choose: (files: Iterable<File>) => void;
  change: (key: number, facts: FileFacts) => void;
  leaveOut: (key: number) => void;
  /** Sends all that are not under way, one after the other. */
  sendAll: () => Promise<void>;
}

/** The files that somebody has chosen for a case, from choosing to the server's answer. */
export function useFileDrafts(caseId: string): FileDrafts {
  const cache = useQueryClient();
  const next = useRef(1);
  const [drafts, setDrafts] = useState<FileDraft[]>([]);
  const [added, setAdded] = useState<AddedCaseFile[]>([]);
  const patch = (key: number, change: Partial<FileDraft>) => setDrafts((all) => all.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)));

  const send = async ({ key, file, facts }: FileDraft) => {
    patch(key, { sent: 0, problem: null });
    try {
      const answer = await addFile(caseId, file, facts, (sent) => patch(key, { sent }));
      setAdded((all) => [answer, ...all]);
      setDrafts((all) => all.filter((draft) => draft.key !== key));
    } catch (problem) {
      patch(key, { sent: null, problem: withoutFile(problem) });
    }
  };

  return {
    drafts,
    added,
    choose: (files) => setDrafts((all) => [...all, ...Array.from(files, (file) => draftOf(file, next.current++))]),
    change: (key, facts) => patch(key, { facts }),
    leaveOut: (key) => setDrafts((all) => all.filter((draft) => draft.key !== key)),
    sendAll: async () => {
      for (const draft of drafts.filter(({ sent, file }) => sent === null && isTakable(file))) await send(draft);
      await cache.invalidateQueries({ queryKey: filesOf(caseId).queryKey });
    },
  };
}

/** Whether it is worth sending a file at all. */
export function isTakable(file: File): boolean {
  return file.size > 0 && file.size <= mostBytes;
}

/** The card of a file says already which file it is; what the server adds about the field `file` would say the same twice. */
function withoutFile(thrown: unknown): ApiProblem {
  const { code, status, message, fields, facts } = asProblem(thrown);
  return new ApiProblem(code, status, message, fields.filter(({ field }) => field !== 'file'), facts);
}

function draftOf(file: File, key: number): FileDraft {
  const problem = file.size > mostBytes ? new ApiProblem('FILE_TOO_LARGE', 413, 'The file is larger than 20 MB.') : file.size === 0 ? new ApiProblem('FILE_EMPTY', 422, 'The file is empty.') : null;
  return { key, file, facts: { title: titleOf(file.name), kind: 'other', compartment: null, documentDate: '', expiresOn: '' }, sent: null, problem };
}

/** The name of a file without its ending; what a camera calls its pictures says nothing and is left out. */
function titleOf(name: string): string {
  const title = name.replace(/\.[^.]+$/, '').replaceAll('_', ' ').trim().slice(0, 200);
  return /^(img|image|dsc|dscn|pxl|photo|scan)[\s\d-]*$/i.test(title) ? '' : title;
}
