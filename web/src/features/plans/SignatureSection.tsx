import { Button, Group, Image, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { GoalThenWords } from './GoalsThen';
import classes from './plans.module.css';
import { type Plan, type Signature, signedPlan } from './plans.api';
import { usePlanText } from './use-plan-text';

/** Who signed which version, and that version as it was. */
export function SignatureSection({ found, plan }: { found: CaseHead; plan: Plan }) {
  const { t } = useTranslation('plans');
  const { whose, language } = usePlanText(found.members);
  const [shown, setShown] = useState<Signature | null>(null);
  return (
    <section aria-labelledby="signatures-title">
      <Title order={2} size="h3" id="signatures-title" mt="xl" mb="xs">{t('signature.title')}</Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {[...plan.signatures].reverse().map((signature) => (
          <Paper component="li" withBorder p="sm" key={signature.id}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text span fw={600}>{whose(signature.personId)}</Text>{' '}
                <Text span size="sm" c="dimmed">
                  <SiteDate value={signature.signedOn} /> · {t(`signature.how.${signature.how}`)} · {t('readIn', { language: language(signature.language) })}
                  {signature.interpreter && ` · ${t(`interpreter.${signature.interpreter}`)}`}
                </Text>
              </div>
              <Button size="compact-sm" variant="default" onClick={() => setShown(signature)}>{t('signature.show')}</Button>
            </Group>
          </Paper>
        ))}
      </Stack>
      {shown && <SignedDialog signature={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function SignedDialog({ signature, onClose }: { signature: Signature; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const signed = useQuery(signedPlan(signature.id));
  return (
    <Modal opened onClose={onClose} title={t('signature.asSigned')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <ProblemAlert problem={signed.error} onRetry={() => void signed.refetch()} takeFocus={false} />
      {signed.isPending && <Loading lines={4} />}
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {signed.data?.goals.map((goal) => <Paper component="li" withBorder p="sm" key={goal.goalId}><GoalThenWords goal={goal} /></Paper>)}
      </Stack>
      {signed.data?.hasPicture && <Image src={`/api/plan-signatures/${signature.id}/picture`} alt={t('signature.picture')} className={classes.signature} />}
    </Modal>
  );
}
