import { Alert, Button, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SiteTime } from '../../ui/SiteTime';
import { formOf, type NoteForm } from './note-form';
import classes from './Notes.module.css';
import { sectionsOf, type Note } from './notes.api';

export interface OtherVersionProps {
  mine: NoteForm;
  /** The draft as another window saved it. */
  other: Note;
  onKeepMine: () => void;
  onTakeOther: () => void;
}

/** Shows both texts of a draft that two windows wrote on, so that nothing is lost before one of them is kept. */
export function OtherVersion({ mine, other, onKeepMine, onTakeOther }: OtherVersionProps) {
  const { t } = useTranslation('notes');
  return (
    <Alert color="yellow" variant="light" mb="md" role="alert" title={t('changed.title')}>
      <Text size="sm" mb="sm">{t('changed.text')} <SiteTime at={other.savedAt} withDate />.</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mb="sm">
        <OneVersion title={t('changed.mine')} form={mine} />
        <OneVersion title={t('changed.other')} form={formOf(other)} />
      </SimpleGrid>
      <Group gap="xs">
        <Button size="sm" onClick={onKeepMine}>{t('changed.keepMine')}</Button>
        <Button size="sm" variant="default" onClick={onTakeOther}>{t('changed.takeOther')}</Button>
      </Group>
    </Alert>
  );
}

function OneVersion({ title, form }: { title: string; form: NoteForm }) {
  const { t } = useTranslation('notes');
  return (
    <section>
      <Title order={3} size="h5">{title}</Title>
      {sectionsOf[form.format].map((section) => (
        <div key={section}>
          {form.format !== 'free' && <Text size="xs" fw={600}>{t(`section.${section}`)}</Text>}
          <p className={classes.words}>{form.sections[section] || '–'}</p>
        </div>
      ))}
    </section>
  );
}
