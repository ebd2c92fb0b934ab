import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCase } from '../../app/CaseShell';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { StateBadge } from '../../ui/StateBadge';
import { caseWrites, type Compartment, type TeamMember } from './cases.api';
import { useCaseWrite } from './use-case-write';

const all = ['legal', 'health', 'protection', 'child'] as const satisfies readonly Compartment[];

/** The parts of a case that a colleague sees: given by name, ended by name. */
export function CompartmentsDialog({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const { t } = useTranslation(['cases', 'ui']);
  const found = useCase();
  const letIn = useCaseWrite((compartment: Compartment) => caseWrites.letIn(found.id, member.userId, compartment));
  const shut = useCaseWrite((compartment: Compartment) => caseWrites.shutOut(found.id, member.userId, compartment));
  return (
    <Modal opened onClose={onClose} title={t('parts.title', { name: member.name })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <ProblemAlert problem={letIn.error ?? shut.error} />
      <Text mb="md">{t('parts.text')}</Text>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {all.map((compartment) => {
          const isOpen = member.compartments.includes(compartment);
          return (
            <Group key={compartment} component="li" justify="space-between">
              <Group gap="xs"><Text>{t(`compartment.${compartment}`)}</Text>{isOpen && <StateBadge tone="info">{t('parts.isOpen')}</StateBadge>}</Group>
              {member.mayLetInto.includes(compartment) && <Button variant="default" size="sm" loading={letIn.isPending && letIn.variables === compartment} onClick={() => letIn.mutate(compartment)} aria-label={t('parts.letInto', { part: t(`compartment.${compartment}`) })}>{t('parts.letIn')}</Button>}
              {member.mayShut.includes(compartment) && <Button variant="default" size="sm" loading={shut.isPending && shut.variables === compartment} onClick={() => shut.mutate(compartment)} aria-label={t('parts.endOf', { part: t(`compartment.${compartment}`) })}>{t('parts.end')}</Button>}
            </Group>
          );
        })}
      </Stack>
      <Group justify="flex-end" mt="lg"><Button onClick={onClose}>{t('parts.done')}</Button></Group>
    </Modal>
  );
}
