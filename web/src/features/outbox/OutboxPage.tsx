import { Anchor, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SiteTime } from '../../ui/SiteTime';
import { outbox } from './outbox.api';
import classes from './OutboxPage.module.css';

/** The mails that the demo would send: no mail server is needed to try an invitation or a forgotten password. */
export function OutboxPage() {
  const { t } = useTranslation('outbox');
  const { data: mails, error, isPending, refetch } = useQuery(outbox);
  return (
    <main className={classes.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<Anchor component={Link} to="/" className="standalone-link">{t('home')}</Anchor>} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} takeFocus={false} />
      {isPending && <Loading lines={4} />}
      {mails?.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      <ul className={classes.list}>
        {mails?.map((mail) => (
          <li key={mail.id}>
            <Paper withBorder p="md">
              <Title order={2} size="h4">{mail.subject}</Title>
              <Text size="sm" c="dimmed">{t('to', { to: mail.to })} · <SiteTime at={mail.at} withDate /></Text>
              <div className={classes.text}>{mail.text.split(/(https?:\/\/\S+)/).map((part, at) => <TextPart key={at} part={part} />)}</div>
            </Paper>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** A link of a mail can be pressed; it is one of ours, so only its path is used. */
function TextPart({ part }: { part: string }) {
  if (!/^https?:\/\//.test(part)) return part;
  const { pathname, hash } = new URL(part);
  return <Anchor href={`${pathname}${hash}`} underline="always">{part}</Anchor>;
}
