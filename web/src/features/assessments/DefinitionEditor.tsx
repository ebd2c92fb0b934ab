import { Alert, Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { editVersion, version, type Version } from './instruments.api';

/** The definition as text. The server says in plain words where it does not hold together. */
export function DefinitionEditor({ shown }: { shown: Version }) {
  const { t } = useTranslation('assessments');
  const cache = useQueryClient();
  const [text, setText] = useState(() => JSON.stringify(shown.definition, null, 2));
  const [wrongAt, setWrongAt] = useState<{ line: number } | null>(null);
  const save = useMutation({
    mutationFn: (definition: object) => editVersion(shown.id, shown.revision, definition),
    onSuccess: (saved) => {
      cache.setQueryData(version(shown.id).queryKey, saved);
      setText(JSON.stringify(saved.definition, null, 2));
      return cache.invalidateQueries({ queryKey: ['instruments'], exact: true });
    },
  });
  const submit = () => {
    save.reset();
    const read = parsed(text);
    setWrongAt('line' in read ? { line: read.line } : null);
    if ('definition' in read) save.mutate(read.definition);
  };
  const isDraft = shown.state === 'draft';
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">{t(isDraft ? 'instruments.editText' : 'instruments.fixedText')}</Text>
      <ProblemAlert problem={save.error} />
      {wrongAt && <Alert color="red" role="alert" mb="sm">{t('instruments.notJson', { line: wrongAt.line })}</Alert>}
      <Textarea
        aria-label={t('instruments.definition')} value={text} onChange={(event) => setText(event.currentTarget.value)} readOnly={!isDraft} autosize minRows={12} maxRows={30} spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.8125rem', whiteSpace: 'pre', overflowX: 'auto' } }}
      />
      {isDraft && (
        <Group mt="sm" gap="sm">
          <Button onClick={submit} loading={save.isPending}>{t('instruments.save')}</Button>
          {save.isSuccess && <Text size="sm" c="dimmed" role="status">{t('instruments.saved')}</Text>}
        </Group>
      )}
    </>
  );
}

/** The text as an object, or the line in which it stops being JSON. */
function parsed(text: string): { definition: object } | { line: number } {
  try {
    const definition: unknown = JSON.parse(text);
    return typeof definition === 'object' && definition !== null && !Array.isArray(definition) ? { definition } : { line: 1 };
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : '';
    const line = /line (\d+)/.exec(said)?.[1];
    const position = /position (\d+)/.exec(said)?.[1];
    if (line) return { line: Number(line) };
    return { line: (position ? text.slice(0, Number(position)) : text).split('\n').length };
  }
}
