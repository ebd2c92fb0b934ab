import { useTranslation } from 'react-i18next';
import { SiteTime } from '../../ui/SiteTime';
import type { DraftState } from './use-draft';

/** Says whether what is typed is safe. Only what went wrong is read out. */
export function DraftStatus({ state, savedAt }: { state: DraftState; savedAt: string | null }) {
  const { t } = useTranslation('intake');
  const isTrouble = state === 'unsaved' || state === 'refused';
  return (
    <span>
      <span role="alert">{isTrouble ? t(`draft.${state}`) : ''}</span>
      {!isTrouble && (state === 'saved' && savedAt ? <>{t('draft.saved')} <SiteTime at={savedAt} /></> : t(`draft.${state}`))}
    </span>
  );
}
