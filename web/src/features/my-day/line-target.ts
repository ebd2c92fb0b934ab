import { useSitePath } from '../../app/site';
import type { MyDayKind, MyDayLine } from './my-day.api';

/** Gives the address at which a thing that waits is done. */
export function useLineTarget(): (kind: MyDayKind, line: MyDayLine) => string {
  const path = useSitePath();
  return (kind, { id, caseId, personId }) => {
    if (caseId === null) return personId === null ? path('people') : path('people', personId, 'programs');
    if (kind === 'unsigned') return `${path('cases', caseId, 'notes')}?draft=${id}`;
    if (kind === 'cosign') return path('cases', caseId, 'notes');
    if (kind === 'assessments') return path('cases', caseId, 'assessments');
    if (kind === 'milestones') return path('cases', caseId, 'milestones');
    if (kind === 'consents') return path('cases', caseId, 'consents');
    if (kind === 'papers') return path('cases', caseId, 'files');
    if (kind === 'follow_ups') return path('cases', caseId);
    return path('cases', caseId, 'plan');
  };
}
