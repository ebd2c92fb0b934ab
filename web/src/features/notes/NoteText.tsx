import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { SiteDate } from '../../ui/SiteDate';
import { SiteTime } from '../../ui/SiteTime';
import { StateBadge } from '../../ui/StateBadge';
import { useLanguageName } from './language-choices';
import classes from './Notes.module.css';
import { sectionsOf, type Note } from './notes.api';

/** A note to read: how and with whom, its words, who signed it and when. */
export function NoteText({ note, corrected }: { note: Note; corrected: boolean }) {
  const { t } = useTranslation('notes');
  const languageName = useLanguageName();
  const { members } = useCase();
  const present = note.participantIds.map((id) => members.find(({ personId }) => personId === id)?.name ?? t('card.formerMember'));
  const facts = [
    note.minutes !== null && t('card.minutes', { count: note.minutes }),
    note.language !== null && languageName(note.language),
    note.interpreter !== 'none' && t(`interpreter.${note.interpreter}`),
    ...present,
    note.othersPresent,
  ].filter(Boolean);
  return (
    <>
      <div className={classes.head}>
        <Text span fw={600}>{t(`mode.${note.mode}`)}</Text>
        {note.signedAt === null && <StateBadge tone="warn">{t('card.draft')}</StateBadge>}
        {corrected && <StateBadge tone="info">{t('card.corrected')}</StateBadge>}
        {note.compartment && <StateBadge>{t(`compartment.${note.compartment}`)}</StateBadge>}
        {note.signedAt !== null && note.daysLate > 0 && <StateBadge>{t('card.late', { count: note.daysLate })}</StateBadge>}
      </div>
      {facts.length > 0 && <Text size="sm" c="dimmed">{facts.join(' · ')}</Text>}
      {sectionsOf[note.format].filter((section) => note.sections[section]).map((section) => (
        <div key={section}>
          {note.format !== 'free' && <Text size="sm" fw={600} mt="xs">{t(`section.${section}`)}</Text>}
          <p className={classes.words}>{note.sections[section]}</p>
        </div>
      ))}
      <Text size="sm" c="dimmed" component="div">
        {note.authorName} · {note.signedAt === null ? <>{t('card.saved')} <SiteTime at={note.savedAt} withDate /></> : <>{t('card.signed')} <SiteTime at={note.signedAt} withDate /></>}
        {note.correctsId !== null && <> · {t('card.contactOn')} <SiteDate value={note.contactOn} /></>}
      </Text>
      {note.cosignatures.map(({ userId, name, signedAt }) => (
        <Text key={userId} size="sm" c="dimmed">
          {signedAt === null ? t('card.cosignAsked', { name }) : <>{t('card.cosigned', { name })} <SiteTime at={signedAt} withDate /></>}
        </Text>
      ))}
    </>
  );
}
