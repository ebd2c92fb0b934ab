import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { shownSections } from '../../../../src/assessments/instrument-rules';
import { useCase } from '../../app/CaseShell';
import { useSitePath } from '../../app/site';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { AnswerText } from './AnswerText';
import { AssessmentBadges } from './AssessmentBadges';
import { askApproval, assessment, assessmentsKey, correctAssessment, type AssessmentDetail } from './assessments.api';
import classes from './Final.module.css';
import { useText } from './texts';

/** A final assessment, as it was asked and answered. It is corrected by another one; nothing here is changed. */
export function FinalAssessment({ assessment: shown }: { assessment: AssessmentDetail }) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const found = useCase();
  const path = useSitePath();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [correcting, setCorrecting] = useState(false);
  const answers = new Map(shown.answers.map((answer) => [answer.question, answer]));
  const ask = useMutation({
    mutationFn: () => askApproval(shown.id),
    onSuccess: (asked) => {
      cache.setQueryData(assessment(found.id, shown.id).queryKey, asked);
      return cache.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  const correct = async (reason: string) => {
    const made = await correctAssessment(shown.id, reason);
    await cache.invalidateQueries({ queryKey: assessmentsKey(found.id) });
    void navigate(path('cases', found.id, 'assessments', made.id));
  };
  const canWork = shown.mayWork && shown.state === 'final' && shown.supersededById === null;
  return (
    <Stack gap="md" maw="64rem">
      <Group gap="xs">
        <AssessmentBadges assessment={shown} />
        <Text size="sm" c="dimmed">
          <SiteDate value={shown.informationOn} />{shown.finalizedBy && <> · {t('final.by', { name: shown.finalizedBy })}</>} · {t('final.version', { number: shown.instrument.number })}
        </Text>
      </Group>
      {shown.supersededById && (
        <Alert color="yellow">{t('final.superseded')} <Anchor component={Link} to={path('cases', found.id, 'assessments', shown.supersededById)} underline="always">{t('final.newer')}</Anchor></Alert>
      )}
      {shown.supersedesId && (
        <Alert title={t('editor.corrects')}>{shown.correctionReason} <Anchor component={Link} to={path('cases', found.id, 'assessments', shown.supersedesId)} underline="always">{t('final.older')}</Anchor></Alert>
      )}
      {shown.approvalNote && <Alert title={t('final.supervisor')}>{shown.approvalNote}</Alert>}
      {shown.outcome && (
        <Paper withBorder p="md">
          <Text fw={600}>{shown.definition.outcomeLabel ? textOf(shown.definition.outcomeLabel) : t('outcome.title')}: {textOf(shown.outcome.label)}</Text>
          {shown.followUpOffered !== null && <Text size="sm">{t(shown.followUpOffered ? 'outcome.offered' : 'outcome.notOffered')}</Text>}
          {shown.instrument.outcomeOnly && <Text size="sm" c="dimmed">{t('final.outcomeOnly')}</Text>}
        </Paper>
      )}
      {!shown.instrument.outcomeOnly && shownSections(shown.definition, shown.answers).map((section) => (
        <section key={section.key} aria-labelledby={`final-${section.key}`}>
          <Title order={2} size="h4" id={`final-${section.key}`} mb={4}>{textOf(section.title)}</Title>
          <dl className={classes.answers}>
            {section.questions.map((question) => (
              <div key={question.key} className={classes.row}>
                <dt>{textOf(question.text)}</dt>
                <dd><AnswerText question={question} levels={shown.definition.levels} answer={answers.get(question.key)} /></dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <ProblemAlert problem={ask.error} />
      {canWork && (
        <Group gap="xs" className="no-print">
          {shown.compartment === null && shown.approval !== 'requested' && shown.approval !== 'approved' && <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>{t('final.ask')}</Button>}
          <Button variant="default" onClick={() => setCorrecting(true)}>{t('final.correct')}</Button>
        </Group>
      )}
      <ConfirmDialog opened={correcting} title={t('final.correctTitle')} confirmLabel={t('final.correct')} reasonLabel={t('final.reason')} onConfirm={correct} onClose={() => setCorrecting(false)}>
        <Text size="sm">{t('final.correctText')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
