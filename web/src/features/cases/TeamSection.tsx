import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { useSession } from '../../app/session';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateBadge } from '../../ui/StateBadge';
import { AddWorkerDialog } from './AddWorkerDialog';
import { caseWrites, teamOf, type TeamMember } from './cases.api';
import classes from './CaseRows.module.css';
import { CompartmentsDialog } from './CompartmentsDialog';
import { HandOverDialog } from './HandOverDialog';
import { useCaseWrite } from './use-case-write';

/** Who works on the case, and the parts of it that are open to each by name. */
export function TeamSection() {
  const { t } = useTranslation('cases');
  const found = useCase();
  const { user } = useSession();
  const team = useQuery(teamOf(found.id));
  const [dialog, setDialog] = useState<'add' | 'handOver' | null>(null);
  const [letting, setLetting] = useState<string | null>(null);
  const end = useCaseWrite((userId: string) => caseWrites.endOnTeam(found.id, userId));
  const mayChange = found.offers.includes('team');
  const chosen = team.data?.items.find(({ userId }) => userId === letting);
  const mayEnd = ({ role, userId }: TeamMember) => role === 'team' && (mayChange || userId === user.id);
  return (
    <section aria-labelledby="team-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="team-title">{t('team.title')}</Title>
        {mayChange && (
          <Group gap="xs">
            <Button variant="default" size="sm" onClick={() => setDialog('add')}>{t('team.add')}</Button>
            <Button variant="default" size="sm" onClick={() => setDialog('handOver')}>{t('handOver.open')}</Button>
          </Group>
        )}
      </Group>
      <ProblemAlert problem={team.error ?? end.error} takeFocus={end.error !== null} />
      {team.isPending && <Loading lines={3} />}
      {team.data && (
        <ul className={classes.list} aria-label={t('team.title')}>
          {team.data.items.map((member) => (
            <li key={member.userId} className={classes.row}>
              <div className={classes.who}>
                <Text fw={600}>{member.name}</Text>
                <Text size="sm" c="dimmed">{t(`workerRole.${member.role}`)}</Text>
              </div>
              <div className={classes.facts}>
                {member.compartments.map((compartment) => <StateBadge key={compartment} tone="info">{t(`compartment.${compartment}`)}</StateBadge>)}
                {(member.mayLetInto.length > 0 || member.mayShut.length > 0) && (
                  <Button variant="subtle" size="compact-md" onClick={() => setLetting(member.userId)} aria-label={t('parts.openFor', { name: member.name })}>{t('parts.open')}</Button>
                )}
                {mayEnd(member) && (
                  <Button variant="subtle" size="compact-md" loading={end.isPending && end.variables === member.userId} onClick={() => end.mutate(member.userId)} aria-label={t('team.endFor', { name: member.name })}>{t('team.end')}</Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {team.data?.items.length === 0 && <Paper withBorder p="sm"><Text>{t('team.none')}</Text></Paper>}
      {dialog === 'add' && <AddWorkerDialog onClose={() => setDialog(null)} />}
      {dialog === 'handOver' && <HandOverDialog onClose={() => setDialog(null)} />}
      {chosen && <CompartmentsDialog member={chosen} onClose={() => setLetting(null)} />}
    </section>
  );
}
