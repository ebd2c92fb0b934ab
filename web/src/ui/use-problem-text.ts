import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';

/** Gives the sentence of a problem in the language of the screen: by its code if a feature translated it, else the server's own. */
export function useProblemText(): (problem: unknown) => string {
  const { t } = useTranslation('problems');
  return (thrown) => {
    const { code, facts, message } = asProblem(thrown);
    return t(code, { ...facts, defaultValue: message });
  };
}
