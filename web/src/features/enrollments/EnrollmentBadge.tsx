import { useTranslation } from 'react-i18next';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import type { Answer, EnrollmentState } from './enrollments.api';

const tones: Record<EnrollmentState, StateTone> = {
  referred: 'info', contacted: 'info', consented: 'good', assessed: 'good', active: 'good', paused: 'neutral', declined: 'neutral', exited: 'neutral', follow_up: 'neutral',
};

/** Where somebody stands with a program. Saying no looks like any other state. */
export function EnrollmentBadge({ state }: { state: EnrollmentState }) {
  const { t } = useTranslation('enrollments');
  return <StateBadge tone={tones[state]}>{t(`state.${state}`)}</StateBadge>;
}

const answerTones: Record<Answer, StateTone> = { yes: 'good', no: 'warn', unknown: 'neutral' };

/** What a rule, or all of them, said. */
export function AnswerBadge({ says, whole = false }: { says: Answer; whole?: boolean }) {
  const { t } = useTranslation('enrollments');
  return <StateBadge tone={answerTones[says]}>{t(`${whole ? 'verdict' : 'says'}.${says}`)}</StateBadge>;
}
