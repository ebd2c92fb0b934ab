import { Alert, Button, Group, List, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { missingQuestions, outcomeOf } from '../../../../src/assessments/instrument-rules';
import { useCase } from '../../app/CaseShell';
import { useSitePath } from '../../app/site';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteTime } from '../../ui/SiteTime';
import { AssessmentFacts, type Facts } from './AssessmentFacts';
import { assessment, assessmentsKey, discardAssessment, finalizeAssessment, type Answer, type AssessmentDetail } from './assessments.api';
import classes from './Instrument.module.css';
import { InstrumentForm } from './InstrumentForm';
import { OutcomeFields } from './OutcomeFields';
import { useText } from './texts';
import { useAssessmentDraft, type AssessmentDraft, type DraftForm } from './use-assessment-draft';

/** Fills an assessment in. It is saved while it is filled in; what is missing is shown at the end. */
export function AssessmentEditor({ draft }: { draft: AssessmentDetail }) {
  const { t } = useTranslation('assessments');
  const textOf = useText();
  const found = useCase();
  const path = useSitePath();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { definition } = draft;
  const outcomeOnly = definition.keeps === 'outcome';
  const [answers, setAnswers] = useState<Answer[]>(draft.answers);
  const [facts, setFacts] = useState<Facts>(() => factsOf(draft));
  const [outcome, setOutcome] = useState<string | null>(draft.outcome?.key ?? null);
  const [followUpOffered, setFollowUpOffered] = useState<boolean | null>(draft.followUpOffered);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [discarding, setDiscarding] = useState(false);
  const form: DraftForm = { ...facts, ...(outcomeOnly ? { outcome, followUpOffered } : { answers }) };
  const saving = useAssessmentDraft(draft, form);
  const missing = outcomeOnly ? [] : missingQuestions(definition, answers);

  const finish = async () => {
    setTried(true);
    if (missing.length > 0) {
      requestAnimationFrame(() => document.getElementById('missing-answers')?.scrollIntoView({ block: 'center' }));
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const done = await finalizeAssessment(draft.id, await saving.flush());
      saving.stop();
      cache.setQueryData(assessment(found.id, draft.id).queryKey, done);
      await cache.invalidateQueries({ queryKey: assessmentsKey(found.id) });
      document.querySelector('h1')?.scrollIntoView();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  const discard = async () => {
    saving.stop();
    await discardAssessment(draft.id);
    cache.removeQueries({ queryKey: assessment(found.id, draft.id).queryKey });
    await cache.invalidateQueries({ queryKey: [...assessmentsKey(found.id), 'list'] });
    void navigate(path('cases', found.id, 'assessments'), { replace: true });
  };
  const takeOther = (other: AssessmentDetail) => {
    setAnswers(other.answers);
    setFacts(factsOf(other));
    setOutcome(other.outcome?.key ?? null);
    setFollowUpOffered(other.followUpOffered);
    saving.keepMine();
  };

  return (
    <>
      {draft.correctionReason && <Alert mb="md" title={t('editor.corrects')}>{draft.correctionReason}</Alert>}
      <Text maw="44rem" mb="md">{textOf(definition.purpose)}</Text>
      <AssessmentFacts definition={definition} facts={facts} onChange={(change) => setFacts((before) => ({ ...before, ...change }))} />
      {outcomeOnly && <Alert mt="md" maw="64rem">{t('editor.outcomeOnly')}</Alert>}
      <InstrumentForm definition={definition} answers={answers} onChange={setAnswers} missing={tried ? new Set(missing.map(({ key }) => key)) : undefined} />
      {outcomeOnly && (
        <OutcomeFields
          definition={definition} suggested={answers.length > 0 ? outcomeOf(definition, answers) : null}
          outcome={outcome} onOutcome={setOutcome} followUpOffered={followUpOffered} onFollowUp={setFollowUpOffered}
        />
      )}
      {tried && missing.length > 0 && (
        <Alert mt="lg" color="yellow" title={t('editor.missing', { count: missing.length })} role="alert" id="missing-answers">
          <List size="sm">
            {missing.map(({ key, text }) => (
              <List.Item key={key}><Button variant="transparent" size="compact-sm" px={0} onClick={() => showQuestion(key)}>{textOf(text)}</Button></List.Item>
            ))}
          </List>
        </Alert>
      )}
      <div className={classes.bar}>
        <ProblemAlert problem={problem ?? saving.problem} takeFocus={problem !== null} />
        {saving.other && (
          <Alert mb="sm" color="yellow" title={t('editor.changed')} role="alert">
            <Group gap="xs">
              <Button variant="default" size="sm" onClick={() => takeOther(saving.other as AssessmentDetail)}>{t('editor.takeOther')}</Button>
              <Button variant="default" size="sm" onClick={saving.keepMine}>{t('editor.keepMine')}</Button>
            </Group>
          </Alert>
        )}
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" component="div"><DraftStatus draft={saving} /></Text>
          <Group gap="xs">
            <Button variant="subtle" color="red" onClick={() => setDiscarding(true)}>{t('editor.discard')}</Button>
            <Button onClick={() => void finish()} loading={busy} disabled={saving.other !== null || (outcomeOnly && outcome === null)}>{t('editor.finish')}</Button>
          </Group>
        </Group>
      </div>
      <ConfirmDialog opened={discarding} title={t('editor.discardTitle')} confirmLabel={t('editor.discard')} danger onConfirm={discard} onClose={() => setDiscarding(false)}>
        <Text size="sm">{t('editor.discardText')}</Text>
      </ConfirmDialog>
    </>
  );
}

function DraftStatus({ draft: { state, savedAt } }: { draft: AssessmentDraft }) {
  const { t } = useTranslation('assessments');
  const isTrouble = state === 'unsaved' || state === 'refused' || state === 'changed';
  return (
    <>
      <span role="alert">{isTrouble ? t(`draft.${state}`) : ''}</span>
      {!isTrouble && (state === 'saved' && savedAt ? <>{t('draft.saved')} <SiteTime at={savedAt} /></> : t(state === 'saving' ? 'draft.saving' : 'draft.automatic'))}
    </>
  );
}

function factsOf({ stage, informationOn, language, interpreter, participantPresent }: AssessmentDetail): Facts {
  return { stage, informationOn, language, interpreter, participantPresent };
}

function showQuestion(key: string): void {
  const field = document.getElementById(`question-${key}`);
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}
