import { Alert, Button, Checkbox, Group, NativeSelect, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type NewPlan, type Program, startPlan, type Template, templatesIn } from './plans.api';
import { usePlanChange } from './use-plan-change';
import { planLanguages, usePlanText } from './use-plan-text';

/** The first minute of a plan: the language in which it is read, and an empty sheet or a few suggestions to cross out and to say differently. */
export function StartPlan({ found, programs, mayWork }: { found: CaseHead; programs: Program[]; mayWork: boolean }) {
  const { t } = useTranslation('plans');
  const { language: nameOf } = usePlanText();
  const [language, setLanguage] = useState<string>('es');
  const [template, setTemplate] = useState('');
  const [program, setProgram] = useState(programs[0]?.id ?? '');
  const [left, setLeft] = useState<string[]>([]);
  const [more, setMore] = useState(false);
  const templates = useQuery({ ...templatesIn(language, program || null), enabled: mayWork });
  const start = usePlanChange(found.id, (body: NewPlan) => startPlan(found.id, body));
  const choice = templates.data?.items.find(({ key }) => key === template);
  const shown = (templates.data?.items ?? []).filter(({ optional }) => more || !optional);

  if (!mayWork) return <EmptyState title={t('start.none')} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ language, ...(program ? { programId: program } : {}), ...(choice ? { template: choice.key, templateGoals: choice.goals.map(({ key }) => key).filter((key) => !left.includes(key)) } : {}) });
  };
  return (
    <Paper component="form" withBorder p="md" onSubmit={submit} maw={760}>
      <Title order={2} size="h3">{t('start.title')}</Title>
      <Text c="dimmed" mb="sm">{t('start.text')}</Text>
      <ProblemAlert problem={start.error} />
      <NativeSelect label={t('start.language')} value={language} onChange={(event) => setLanguage(event.currentTarget.value)} data={planLanguages.map((value) => ({ value, label: nameOf(value) }))} maw={320} />
      {programs.length > 0 && (
        <NativeSelect
          label={t('start.program')} description={t('start.programHint')} value={program} onChange={(event) => setProgram(event.currentTarget.value)} maw={480} mt="sm"
          data={[...programs.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: t('start.noProgram') }]}
        />
      )}
      {templates.isPending && <Loading lines={3} />}
      <Radio.Group label={t('start.with')} value={template} onChange={(value) => { setTemplate(value); setLeft([]); }} mt="md">
        <Stack gap="xs" mt="xs">
          <Radio value="" label={t('start.empty')} />
          {shown.map(({ key, title, about }) => <Radio key={key} value={key} label={title} description={about} />)}
        </Stack>
      </Radio.Group>
      {!more && <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setMore(true)}>{t('start.more')}</Button>}
      {choice && <Suggestions template={choice} left={left} onLeave={setLeft} language={nameOf(language)} />}
      <Group mt="lg"><Button type="submit" loading={start.isPending}>{t('start.start')}</Button></Group>
    </Paper>
  );
}

function Suggestions({ template, left, onLeave, language }: { template: Template; left: string[]; onLeave: (left: string[]) => void; language: string }) {
  const { t } = useTranslation('plans');
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '1rem 0 0' }}>
      <Text component="legend" fw={600} size="sm">{t('start.goals')}</Text>
      {template.inEnglish > 0 && <Alert color="yellow" variant="light" my="xs">{t('start.inEnglish', { count: template.inEnglish, language })}</Alert>}
      {template.notReviewed > 0 && <Alert color="blue" variant="light" my="xs">{t('start.notReviewed', { language })}</Alert>}
      <Stack gap="xs" mt="xs">
        {template.goals.map(({ key, statement, steps }) => (
          <Checkbox
            key={key} checked={!left.includes(key)} onChange={() => onLeave(left.includes(key) ? left.filter((one) => one !== key) : [...left, key])}
            label={<span dir="auto">{statement}</span>} description={steps.map(({ what }) => what).join(' · ')}
          />
        ))}
      </Stack>
    </fieldset>
  );
}
