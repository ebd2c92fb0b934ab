import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A write to a case; every screen of cases is read again afterwards. */
export function useCaseWrite<Input = void, Output = unknown>(write: (input: Input) => Promise<Output>, done?: (output: Output) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (output) => {
      done?.(output);
      await cache.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
