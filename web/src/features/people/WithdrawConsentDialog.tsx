import { Button, Group, List, Modal, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteDate } from '../../ui/SiteDate';
import { type Consent, type Disclosure, withdrawalWays, type WithdrawalWay, withdrawConsent, type Withdrawer, withdrawers } from './consents.api';

export interface WithdrawConsentDialogProps {
  consent: Consent | null;
  /** What it was about. */
  title: string;
  onClose: () => void;
}

/** Takes a consent back in one tap, and then shows what was told before, so that the person can be told. */
export function WithdrawConsentDialog({ consent, title, onClose }: WithdrawConsentDialogProps) {
  const { t } = useTranslation(['people', 'ui']);
  const cache = useQueryClient();
  const [saidBy, setSaidBy] = useState<Withdrawer>('participant');
  const [how, setHow] = useState<WithdrawalWay>('in_person');
  const withdraw = useMutation({
    mutationFn: (id: string) => withdrawConsent(id, { saidBy, how }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['people'] }),
  });
  const { reset } = withdraw;
  useEffect(() => {
    if (consent) reset();
  }, [consent, reset]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (consent) withdraw.mutate(consent.id);
  };
  return (
    <Modal opened={consent !== null} onClose={onClose} title={withdraw.data ? t('consent.withdrawnTitle') : t('consent.withdrawTitle')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {withdraw.data ? (
        <Stack gap="sm">
          <Text role="status">{t('consent.withdrawnText')}</Text>
          <DisclosureItems disclosures={withdraw.data.earlierDisclosures} />
          <Group justify="flex-end"><Button onClick={onClose}>{t('ui:close')}</Button></Group>
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <ProblemAlert problem={withdraw.error} />
          <Text fw={600}>{title}</Text>
          <Text mb="sm">{t('consent.withdrawText')}</Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            <NativeSelect label={t('consent.saidBy')} value={saidBy} onChange={(event) => setSaidBy(event.currentTarget.value as Withdrawer)} data={withdrawers.map((value) => ({ value, label: t(`consent.withdrawers.${value}`) }))} />
            <NativeSelect label={t('consent.saidHow')} value={how} onChange={(event) => setHow(event.currentTarget.value as WithdrawalWay)} data={withdrawalWays.map((value) => ({ value, label: t(`consent.ways.${value}`) }))} />
          </SimpleGrid>
          <Group justify="flex-end" mt="lg" gap="xs">
            <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={withdraw.isPending} data-autofocus>{t('consent.withdraw')}</Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}

/** What was told about somebody, in words that can be read to them. */
export function DisclosureItems({ disclosures }: { disclosures: Disclosure[] }) {
  const { t } = useTranslation('people');
  if (disclosures.length === 0) return <Text>{t('consent.nothingTold')}</Text>;
  return (
    <>
      <Text>{t('consent.toldBefore')}</Text>
      <List spacing="xs">
        {disclosures.map(({ id, recipientName, given, categories, disclosedAt }) => (
          <List.Item key={id}>
            <Text><SiteDate value={disclosedAt} />: {recipientName ?? t('consent.nobodyNamed.other')}</Text>
            <Text size="sm">{given}</Text>
            <Text size="sm" c="dimmed">{categories.map((category) => t(`consent.categories.${category}`)).join(', ')}</Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}
