import { Button, Checkbox, Group, Kbd, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem, asProblem } from '../../api/problem';
import { useSite, useSitePath } from '../../app/site';
import { localDate } from '../../ui/date-text';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { PlusIcon } from '../../ui/icons';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { ContactFields } from './ContactFields';
import { DraftStatus } from './DraftStatus';
import { discardDraft, draftsKey, recordIntake, saveDraft } from './intake.api';
import { intakeBody } from './intake-body';
import { blankMember, type FormMember, type IntakeForm, titleOf } from './intake-form';
import { useFormProblems } from './use-form-problems';
import { MemberFields } from './MemberFields';
import { NoticeSection } from './NoticeSection';
import { OtherDrafts } from './OtherDrafts';
import { useDraft } from './use-draft';

export interface IntakeEditorProps {
  draftId: string;
  start: IntakeForm;
  version: number;
  savedAt: string | null;
}

/** The form of a party: its people one after the other by keyboard, how they may be reached, what they were told and answered. */
export function IntakeEditor({ draftId, start, version, savedAt }: IntakeEditorProps) {
  const { t } = useTranslation(['intake', 'ui']);
  const site = useSite();
  const sitePath = useSitePath();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [form, setForm] = useState(start);
  const [discarding, setDiscarding] = useState(false);
  const [added, setAdded] = useState<string | null>(start.members.length === 1 && version === 0 ? (start.members[0]?.key ?? null) : null);
  const draft = useDraft(draftId, site.id, form, version);
  const { localProblem, withPlaces, ofMember } = useFormProblems();
  const record = useMutation({
    mutationFn: async () => {
      const problem = localProblem(form, localDate(site.timeZone));
      if (problem) throw problem;
      await draft.flush();
      return recordIntake(intakeBody(form, site.id, draftId));
    },
    onSuccess: async ({ partyId, code, concerns }) => {
      draft.stop();
      cache.removeQueries({ queryKey: ['intake'] });
      notifications.show({ message: concerns.length > 0 ? t('recordedWithReview', { code, count: concerns.length }) : t('recorded', { code }), closeButtonProps: { 'aria-label': t('ui:close') } });
      await cache.invalidateQueries({ queryKey: ['people'] });
      await navigate(sitePath('parties', partyId));
    },
  });
  const keepApart = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID();
      await saveDraft(id, { siteId: site.id, version: 0, title: titleOf(form), content: JSON.stringify(form) });
      cache.removeQueries({ queryKey: ['intake'] });
      await navigate(sitePath('intake', id));
    },
  });
  const problem = record.error ? asProblem(record.error) : null;

  const change = (next: Partial<IntakeForm>) => setForm((before) => ({ ...before, ...next }));
  const changeMember = (key: string, next: Partial<FormMember>) => setForm((before) => ({ ...before, members: before.members.map((member) => (member.key === key ? { ...member, ...next } : member)) }));
  const addMember = () => {
    const member = blankMember(form.members[form.members.length - 1]);
    change({ members: [...form.members, member] });
    setAdded(member.key);
  };
  const discard = async () => {
    draft.stop();
    await discardDraft(draftId).catch((thrown: unknown) => {
      if (asProblem(thrown).status !== 404) throw thrown;
    });
    cache.removeQueries({ queryKey: draftsKey });
    await navigate(sitePath('people'));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!record.isPending) record.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    addMember();
  };

  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <Stack gap="lg">
        <PageHeader title={t('title')} subtitle={<DraftStatus state={draft.state} savedAt={draft.savedAt ?? savedAt} />} actions={<Button variant="subtle" onClick={() => setDiscarding(true)}>{t('discard')}</Button>} />
        <OtherDrafts draftId={draftId} />
        <ProblemAlert problem={draft.problem} takeFocus={false} />
        <ProblemAlert problem={keepApart.error} />
        {draft.state === 'refused' && <Group><Button variant="default" loading={keepApart.isPending} onClick={() => keepApart.mutate()}>{t('draft.keepApart')}</Button></Group>}
        <ProblemAlert problem={problem && problem instanceof ApiProblem ? withPlaces(problem) : problem} />
        <section aria-labelledby="people-title">
          <Group justify="space-between" align="flex-end" mb="xs">
            <Title order={2} id="people-title">{t('people')}</Title>
            <Text size="sm" c="dimmed" visibleFrom="sm">{t('keys')} <Kbd size="sm">Ctrl</Kbd> + <Kbd size="sm">Enter</Kbd></Text>
          </Group>
          <Stack gap="md">
            {form.members.map((member, at) => (
              <MemberFields
                key={member.key} member={member} place={at + 1} on={form.arrivedOn} wrong={ofMember(problem, at)} takeFocus={added === member.key}
                onChange={(next) => changeMember(member.key, next)} onRemove={form.members.length > 1 ? () => change({ members: withHead(form.members.filter(({ key }) => key !== member.key)) }) : undefined}
              />
            ))}
          </Stack>
          <Button variant="default" leftSection={<PlusIcon />} mt="sm" onClick={addMember} disabled={form.members.length >= 30}>{t('addPerson')}</Button>
        </section>
        <section aria-labelledby="party-title">
          <Title order={2} id="party-title" mb="xs">{t('party')}</Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <LocalDateInput label={t('arrivedOn')} value={form.arrivedOn} max={localDate(site.timeZone)} onChange={(arrivedOn) => change({ arrivedOn })} error={problem?.byField().arrivedOn} />
            <Checkbox mt={{ base: 0, sm: 'xl' }} label={t('keepTogether')} checked={form.keepTogether} onChange={(event) => change({ keepTogether: event.currentTarget.checked })} />
          </SimpleGrid>
        </section>
        <ContactFields contact={form.contact} wrong={ofMember(problem, 0)['contactPoints[0].value']} onChange={(contact) => change({ contact })} />
        <NoticeSection form={form} onChange={change} onAnswer={(key, answers) => changeMember(key, { answers })} />
        <Group justify="flex-end">
          <Button type="submit" size="md" loading={record.isPending} disabled={draft.state === 'refused'}>{t('record', { count: form.members.length })}</Button>
        </Group>
      </Stack>
      <ConfirmDialog opened={discarding} danger title={t('discardTitle')} confirmLabel={t('discard')} onConfirm={discard} onClose={() => setDiscarding(false)}>{t('discardText')}</ConfirmDialog>
    </form>
  );
}

/** The first of a form is the head. */
function withHead(members: FormMember[]): FormMember[] {
  return members.map((member, at) => (at === 0 ? { ...member, relation: 'head' } : member));
}
