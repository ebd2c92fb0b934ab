import { useMutation, useQueryClient } from '@tanstack/react-query';
import { plansKey } from './plans.api';

/** A change of a plan: whatever shows plans or cases asks again. */
export function usePlanChange<Body>(caseId: string, change: (body: Body) => Promise<unknown>, done?: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: plansKey });
      await cache.invalidateQueries({ queryKey: ['cases'] });
      done?.();
    },
    // Whoever was refused because a colleague was faster sees what the colleague wrote.
    onError: () => cache.invalidateQueries({ queryKey: [...plansKey, 'case', caseId] }),
  });
}
