import { Anchor, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import type { components } from '../../api/schema';

/** Plans that were finished before. Their words stay as they were. */
export function EarlierPlans({ earlier }: { earlier: components['schemas']['PlanLine'][] }) {
  const { t } = useTranslation('plans');
  const path = useSitePath();
  return (
    <section aria-labelledby="earlier-title">
      <Title order={2} size="h3" id="earlier-title" mt="xl" mb="xs">{t('earlier.title')}</Title>
      <List spacing={4}>
        {earlier.map(({ id, startedOn, closedOn, closeReason }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={path('plans', id, 'copy')} underline="always">
              {startedOn ? <SiteDate value={startedOn} /> : t('earlier.neverSigned')}{closedOn && <> – <SiteDate value={closedOn} /></>}
            </Anchor>
            {closeReason && <Text span size="sm" c="dimmed"> · {t(`reason.${closeReason}`)}</Text>}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
