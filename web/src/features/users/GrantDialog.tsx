import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/site';
import { Loading } from '../../ui/Loading';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { blankGrant, GrantFields, grantOf } from './GrantFields';
import { giveRole, rolesToGive, type User } from './users.api';

export interface GrantDialogProps {
  opened: boolean;
  user: User;
  onClose: () => void;
}

/** Gives a colleague another role. */
export function GrantDialog({ opened, user, onClose }: GrantDialogProps) {
  const { t } = useTranslation(['users', 'ui']);
  const roles = useQuery({ ...rolesToGive, enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title={t('grant.title', { name: user.fullName })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <ProblemAlert problem={roles.error} onRetry={() => void roles.refetch()} />
      {roles.isPending && <Loading lines={3} />}
      {roles.data && <GrantForm roles={roles.data} user={user} onClose={onClose} />}
    </Modal>
  );
}

function GrantForm({ roles, user, onClose }: { roles: string[]; user: User; onClose: () => void }) {
  const { t } = useTranslation(['users', 'ui']);
  const site = useSite();
  const cache = useQueryClient();
  const [form, setForm] = useState(blankGrant(roles, site.id));
  const give = useMutation({
    mutationFn: () => giveRole(user.id, grantOf(form)),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['users'] });
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert problem={give.error} />
      <GrantFields roles={roles} form={form} onChange={setForm} withDates />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={give.isPending}>{t('grant.give')}</Button>
      </Group>
    </form>
  );
}
