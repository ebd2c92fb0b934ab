import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { askApproval, decideApproval, type Plan, withdrawApproval } from './plans.api';
import { usePlanChange } from './use-plan-change';

/** What a supervisor was asked and said. */
export function ApprovalSection({ found, plan, mayWork }: { found: CaseHead; plan: Plan; mayWork: boolean }) {
  const { t } = useTranslation('plans');
  const { approval } = plan;
  const [note, setNote] = useState('');
  const ask = usePlanChange(found.id, () => askApproval(plan.id));
  const withdraw = usePlanChange(found.id, () => withdrawApproval(plan.id));
  const decide = usePlanChange(found.id, (decision: 'approved' | 'returned') => decideApproval(approval?.id ?? '', { decision, ...(note ? { note } : {}) }));
  const isOpen = approval?.state === 'requested';
  const said = approval && (isOpen ? t('approval.requested') : t(approval.state === 'approved' ? 'approval.approved' : 'approval.returned', { name: approval.decidedByName ?? t('approval.somebody') }));
  return (
    <section aria-labelledby="approval-title">
      <Title order={2} size="h3" id="approval-title" mt="xl" mb="xs">{t('approval.title')}</Title>
      <ProblemAlert problem={ask.error ?? withdraw.error ?? decide.error} />
      <Text size="sm">
        {approval ? <>{said} <SiteDate value={approval.decidedAt ?? approval.requestedAt} />. {approval.changedSince && t('approval.changedSince')}</> : t('approval.none')}
      </Text>
      {approval?.note && <Text size="sm" mt={4} dir="auto">{approval.note}</Text>}
      {approval?.mayDecide && <Textarea label={t('approval.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={2} maxLength={1000} mt="sm" maw={560} />}
      <Group gap="xs" mt="sm">
        {approval?.mayDecide && <Button size="sm" loading={decide.isPending} onClick={() => decide.mutate('approved')}>{t('approval.approve')}</Button>}
        {approval?.mayDecide && <Button size="sm" variant="default" loading={decide.isPending} onClick={() => decide.mutate('returned')}>{t('approval.return')}</Button>}
        {mayWork && !isOpen && <Button size="sm" variant="default" loading={ask.isPending} onClick={() => ask.mutate(undefined)}>{t(approval ? 'approval.askAgain' : 'approval.ask')}</Button>}
        {mayWork && isOpen && <Button size="sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>{t('approval.withdraw')}</Button>}
      </Group>
    </section>
  );
}
