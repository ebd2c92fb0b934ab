import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sectionsOf, type Note } from './notes.api';
import type { NoteForm } from './note-form';
import classes from './Notes.module.css';

export interface NoteSectionFieldsProps {
  format: Note['format'];
  sections: NoteForm['sections'];
  onChange: (sections: NoteForm['sections']) => void;
}

/** The text of a note by section, each with a question that helps to begin, and what does not belong into any of them. */
export function NoteSectionFields({ format, sections, onChange }: NoteSectionFieldsProps) {
  const { t } = useTranslation('notes');
  return (
    <>
      <div className={classes.leaveOut} id="notes-leave-out">
        <strong>{t('leaveOut.title')}</strong> {t('leaveOut.text')}
      </div>
      {sectionsOf[format].map((section) => (
        <Textarea
          key={section} label={t(`section.${section}`)} description={t(`template.${format}.${section}`)} value={sections[section] ?? ''}
          onChange={(event) => onChange({ ...sections, [section]: event.currentTarget.value })} autosize minRows={format === 'free' ? 6 : 3} maxLength={20_000} mt="sm" aria-describedby="notes-leave-out"
        />
      ))}
    </>
  );
}
