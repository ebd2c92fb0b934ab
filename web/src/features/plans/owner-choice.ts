import type { TFunction } from 'i18next';
import type { CaseHead } from '../../app/CaseShell';
import type { StepOwner } from './plans.api';

/** Who can do a step: the participant, a colleague of the team by name or somebody of it, a partner. */
export function ownerChoices(found: CaseHead, t: TFunction<'plans'>): { value: string; label: string }[] {
  return [
    { value: 'participant', label: t('owner.participant') },
    { value: 'worker', label: t('owner.worker') },
    ...found.workers.map(({ userId, name }) => ({ value: `worker:${userId}`, label: name })),
    { value: 'partner', label: t('owner.partner') },
  ];
}

/** A choice as the API takes it. */
export function ownerOf(choice: string): { owner: StepOwner; ownerUserId: string | null } {
  const [owner = 'participant', userId] = choice.split(':');
  return { owner: owner as StepOwner, ownerUserId: userId ?? null };
}

/** The choice that a step has now. */
export function choiceOf({ owner, ownerUserId }: { owner: StepOwner; ownerUserId: string | null }): string {
  return ownerUserId ? `${owner}:${ownerUserId}` : owner;
}
