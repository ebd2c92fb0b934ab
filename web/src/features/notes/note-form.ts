import { sectionsOf, type NewNote, type Note, type NoteSection } from './notes.api';

/** A note while it is typed. */
export interface NoteForm {
  contactOn: string;
  mode: Note['mode'];
  language: string;
  interpreter: Note['interpreter'];
  /** As it is typed; empty when it is not said. */
  minutes: string;
  participantIds: string[];
  othersPresent: string;
  format: Note['format'];
  sections: Partial<Record<NoteSection, string>>;
  compartment: NonNullable<Note['compartment']> | '';
}

/** An empty note about a contact today. */
export function blankNote(today: string): NoteForm {
  return {
    contactOn: today, mode: 'in_person', language: '', interpreter: 'none', minutes: '', participantIds: [], othersPresent: '', format: 'free', sections: {}, compartment: '',
  };
}

/** A note that is there already, to be typed on. */
export function formOf(note: Note): NoteForm {
  const { contactOn, mode, language, interpreter, minutes, participantIds, othersPresent, format, sections, compartment } = note;
  return {
    contactOn, mode, language: language ?? '', interpreter, minutes: minutes === null ? '' : String(minutes), participantIds, othersPresent: othersPresent ?? '', format,
    sections: { ...sections }, compartment: compartment ?? '',
  };
}

/** What is sent of a note. */
export function bodyOf(form: NoteForm, sign: boolean): NewNote {
  const minutes = Number.parseInt(form.minutes, 10);
  return {
    contactOn: form.contactOn, mode: form.mode, interpreter: form.interpreter, participantIds: form.participantIds, format: form.format, sections: form.sections,
    ...(form.language ? { language: form.language } : {}),
    ...(Number.isNaN(minutes) ? {} : { minutes }),
    ...(form.othersPresent.trim() ? { othersPresent: form.othersPresent } : {}),
    ...(form.compartment ? { compartment: form.compartment } : {}),
    ...(sign ? { sign: true } : {}),
  };
}

/** Whether anything was written that would be missed. */
export function hasWords(form: NoteForm): boolean {
  return sectionsOf[form.format].some((section) => (form.sections[section] ?? '').trim() !== '');
}
