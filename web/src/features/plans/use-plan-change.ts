import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Plan } from './plans.api';
import { plansKey } from './plans.api';

/** A change of a plan: the screen shows the answer of the server at once, and asks again for everything else about plans. */
export function usePlanChange<Body>(caseId: string, change: (body: Body) => Promise<Plan>, done?: () => void) {
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
