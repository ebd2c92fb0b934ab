import { useTranslation } from 'react-i18next';
import type { Grant } from './users.api';

/** Gives a role in words with where it holds: "Site coordinator, McAllen". */
export function useRoleText(): (grant: Pick<Grant, 'role' | 'scope' | 'siteName'>) => string {
  const { t } = useTranslation('users');
  return ({ role, scope, siteName }) => {
    const name = t(`role.${role}`, { defaultValue: role });
    return scope === 'organization' ? t('roleEverywhere', { role: name }) : t('roleAt', { role: name, site: siteName ?? '' });
  };
}
