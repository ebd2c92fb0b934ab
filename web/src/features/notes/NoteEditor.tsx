import { Button, Checkbox, Group, NativeSelect, NumberInput, Paper, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { useCase } from '../../app/CaseShell';
import { useSite } from '../../app/site';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { localDate } from '../../ui/date-text';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { SiteTime } from '../../ui/SiteTime';
import { languageChoices, useLanguageName } from './language-choices';
import { blankNote, formOf, hasWords, type NoteForm } from './note-form';
import { NoteSectionFields } from './NoteSectionFields';
import { contactModes, discardNote, interpreters, noteFormats, type Note } from './notes.api';
import classes from './Notes.module.css';
import { OtherVersion } from './OtherVersion';
import { useNoteDraft, type NoteDraft } from './use-note-draft';

export interface NoteEditorProps {
  draft: Note | null;
  /** The signed note that this one corrects. */
  corrects: Note | null;
  /** Parts of the case that the writer was let into. */
  compartments: NonNullable<Note['compartment']>[];
  onBegun: (note: Note) => void;
  onClose: () => void;
}

/** Writes a note. It is saved on the server while it is typed; Ctrl and Enter sign it. */
export function NoteEditor({ draft, corrects, compartments, onBegun, onClose }: NoteEditorProps) {
  const { t } = useTranslation(['notes', 'ui']);
  const found = useCase();
  const { timeZone } = useSite();
  const today = localDate(timeZone);
  const languageName = useLanguageName();
  const [form, setForm] = useState<NoteForm>(() => (draft ?? corrects ? formOf(draft ?? (corrects as Note)) : blankNote(today)));
  const [note, setNote] = useState<Note | null>(draft);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const begun = useRef((made: Note) => { setNote(made); onBegun(made); });
  const saving = useNoteDraft({ caseId: found.id, draft, correctsId: corrects?.id ?? null, onBegun: begun.current }, form);
  const wrong = saving.problem ? asProblem(saving.problem).byField() : {};
  const set = (change: Partial<NoteForm>) => setForm((before) => ({ ...before, ...change }));

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, []);

  const sign = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy || !hasWords(form)) return;
    setBusy(true);
    await saving.sign().then(onClose, () => undefined);
    setBusy(false);
  };
  const later = () => void saving.flush().then(onClose, () => undefined);
  const discard = async () => {
    saving.stop();
    if (note) await discardNote(note.id);
    onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void sign();
  };

  return (
    <Paper component="form" ref={box} withBorder p="md" mb="lg" onSubmit={sign} onKeyDown={onKey} aria-label={t(corrects ? 'editor.correction' : 'editor.title')}>
      <Title order={2} size="h4" mb="xs">{t(corrects ? 'editor.correction' : 'editor.title')}</Title>
      {corrects && <Text size="sm" mb="sm">{t('editor.correctionHint')}</Text>}
      <ProblemAlert problem={saving.problem} takeFocus={busy} />
      {saving.other && <OtherVersion mine={form} other={saving.other} onKeepMine={saving.keepMine} onTakeOther={() => { setForm(formOf(saving.other as Note)); saving.keepMine(); }} />}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" mb="sm">
        <LocalDateInput label={t('field.contactOn')} value={form.contactOn} onChange={(contactOn) => set({ contactOn })} min={found.openedOn} max={today} error={wrong.contactOn} required />
        <NativeSelect label={t('field.mode')} value={form.mode} onChange={(event) => set({ mode: event.currentTarget.value as Note['mode'] })} data={contactModes.map((value) => ({ value, label: t(`mode.${value}`) }))} />
        <NumberInput label={t('field.minutes')} value={form.minutes} onChange={(value) => set({ minutes: String(value) })} min={1} max={960} allowDecimal={false} allowNegative={false} error={wrong.minutes} />
        <NativeSelect label={t('field.language')} value={form.language} onChange={(event) => set({ language: event.currentTarget.value })} data={[{ value: '', label: '–' }, ...languageChoices.map((value) => ({ value, label: languageName(value) }))]} />
        <NativeSelect label={t('field.interpreter')} value={form.interpreter} onChange={(event) => set({ interpreter: event.currentTarget.value as Note['interpreter'] })} data={interpreters.map((value) => ({ value, label: t(`interpreter.${value}`) }))} />
        {compartments.length > 0 && !corrects && (
          <NativeSelect label={t('field.compartment')} value={form.compartment} onChange={(event) => set({ compartment: event.currentTarget.value as NoteForm['compartment'] })} data={[{ value: '', label: t('compartment.none') }, ...compartments.map((value) => ({ value, label: t(`compartment.${value}`) }))]} />
        )}
      </SimpleGrid>
      <fieldset className={classes.present}>
        <legend>{t('field.participants')}</legend>
        {found.members.map(({ personId, name }) => (
          <Checkbox
            key={personId} label={name} checked={form.participantIds.includes(personId)}
            onChange={(event) => set({ participantIds: event.currentTarget.checked ? [...form.participantIds, personId] : form.participantIds.filter((id) => id !== personId) })}
          />
        ))}
        <TextInput className={classes.others} label={t('field.others')} value={form.othersPresent} onChange={(event) => set({ othersPresent: event.currentTarget.value })} maxLength={300} autoComplete="off" />
      </fieldset>
      <SegmentedChoice label={t('field.format')} value={form.format} onChange={(format: Note['format']) => set({ format })} options={noteFormats.map((value) => ({ value, label: t(`format.${value}`) }))} />
      <NoteSectionFields format={form.format} sections={form.sections} onChange={(sections) => set({ sections })} />
      <Group justify="space-between" mt="md" gap="xs">
        <Text size="sm" c="dimmed" component="div"><DraftStatus draft={saving} /></Text>
        <Group gap="xs">
          <Button variant="subtle" color="red" onClick={() => setAsking(true)}>{t('editor.discard')}</Button>
          <Button variant="default" onClick={later}>{t('editor.later')}</Button>
          <Button type="submit" loading={busy} disabled={!hasWords(form) || saving.other !== null} aria-keyshortcuts="Control+Enter">{t('editor.sign')}</Button>
        </Group>
      </Group>
      <ConfirmDialog opened={asking} title={t('editor.discardTitle')} confirmLabel={t('editor.discard')} danger onConfirm={discard} onClose={() => setAsking(false)}>
        <Text size="sm">{t('editor.discardText')}</Text>
      </ConfirmDialog>
    </Paper>
  );
}

function DraftStatus({ draft: { state, savedAt } }: { draft: NoteDraft }) {
  const { t } = useTranslation('notes');
  const isTrouble = state === 'unsaved' || state === 'refused' || state === 'changed';
  return (
    <>
      <span role="alert">{isTrouble ? t(`draft.${state}`) : ''}</span>
      {!isTrouble && (state === 'saved' && savedAt ? <>{t('draft.saved')} <SiteTime at={savedAt} /></> : t(`draft.${state}`))}
    </>
  );
}
