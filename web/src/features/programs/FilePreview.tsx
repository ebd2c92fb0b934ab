import { Alert, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteDate } from '../../ui/SiteDate';
import type { ProgramPreview } from './programs.api';
import { useLabel } from './label';
import { useRuleText } from './rule-text';
import { Source } from './Source';

/** What a file of a program contains, before it is added. */
export function FilePreview({ preview }: { preview: ProgramPreview }) {
  const { t } = useTranslation('programs');
  const labelOf = useLabel();
  const ruleText = useRuleText();
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <div>
          <Title order={3} size="h4">{preview.name}</Title>
          <Text><SiteDate value={preview.startsOn} /> – <SiteDate value={preview.endsOn} /></Text>
          <Text size="sm" c="dimmed"><Source text={preview.source} /></Text>
        </div>
        {preview.isThere && <Alert color="red" variant="light" role="alert">{t('file.there')}</Alert>}
        <Part title={t('file.services')} lines={preview.services.map(({ key, labels, core }) => [key, <>{labelOf(labels)} <Text span size="sm" c="dimmed">({t(core ? 'parts.core' : 'parts.asNeeded')})</Text></>])} />
        <Part title={t('file.eligibility')} lines={preview.eligibility.map(({ key, labels }) => [key, labelOf(labels)])} />
        <Part title={t('file.milestones')} lines={preview.milestones.map(({ key, labels, appliesTo }) => [key, <>{labelOf(labels)} <Text span size="sm" c="dimmed">({t(`parts.${appliesTo}`)})</Text></>])} />
        <Part title={t('file.measures')} lines={preview.measures.map(({ key, labels }) => [key, labelOf(labels)])} />
        <Part title={t('file.rules')} lines={preview.rules.map((rule) => [rule.key, `${t(`key.${rule.key}`)}: ${ruleText(rule)}`])} />
      </Stack>
    </Paper>
  );
}

function Part({ title, lines }: { title: string; lines: (readonly [key: string, text: ReactNode])[] }) {
  const { t } = useTranslation('programs');
  return (
    <div>
      <Text fw={600}>{title} ({lines.length})</Text>
      {lines.length === 0 ? <Text size="sm" c="dimmed">{t('file.none')}</Text> : <List size="sm">{lines.map(([key, text], at) => <List.Item key={`${key}-${at}`}>{text}</List.Item>)}</List>}
    </div>
  );
}
