import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '../../app/session';
import { useSitePath } from '../../app/site';

/** The code of a party; opens its page for those who may read people. */
export function PartyLink({ id, code }: { id: string; code: string }) {
  const { t } = useTranslation('travel');
  const can = useCan();
  const path = useSitePath();
  const text = t('trip.party', { code });
  return can('people.read') ? <Anchor component={Link} to={path('parties', id)} inherit underline="always">{text}</Anchor> : <>{text}</>;
}
