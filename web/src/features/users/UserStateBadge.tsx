import { useTranslation } from 'react-i18next';
import { StateBadge, type StateTone } from '../../ui/StateBadge';
import type { UserStatus } from './users.api';

const tones: Record<UserStatus, StateTone> = { invited: 'info', active: 'good', disabled: 'bad' };

/** Whether an account is invited, active or disabled, in words. */
export function UserStateBadge({ status }: { status: UserStatus }) {
  const { t } = useTranslation('users');
  return <StateBadge tone={tones[status]}>{t(`status.${status}`)}</StateBadge>;
}
