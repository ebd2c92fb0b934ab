import { Group, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { siteRoles, type NewGrant } from './users.api';

/** What somebody chose about a role; empty where nothing was chosen. */
export interface GrantForm {
  role: string;
  /** A site's id, or empty for the whole organization. */
  siteId: string;
  from: string;
  to: string;
}

/** The form before anything is chosen: the first role, at the site on the screen. */
export function blankGrant(roles: string[], siteId: string): GrantForm {
  return { role: roles[0] ?? '', siteId, from: '', to: '' };
}

/** What the form asks the server for. */
export function grantOf({ role, siteId, from, to }: GrantForm): NewGrant {
  const place: Pick<NewGrant, 'scope' | 'scopeId'> = siteRoles.includes(role) && siteId ? { scope: 'site', scopeId: siteId } : { scope: 'organization' };
  return { role: role as NewGrant['role'], ...place, ...(from ? { validFrom: from } : {}), ...(to ? { validTo: to } : {}) };
}

export interface GrantFieldsProps {
  /** The roles that can be chosen. */
  roles: string[];
  form: GrantForm;
  onChange: (form: GrantForm) => void;
  /** Also asks for the first and the last day. */
  withDates?: boolean;
}

/** Which role, where, from when to when. */
export function GrantFields({ roles, form, onChange, withDates = false }: GrantFieldsProps) {
  const { t } = useTranslation('users');
  const { sites } = useSession();
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('grant.role')} description={t(`roleMeans.${form.role}`, { defaultValue: '' })} value={form.role} onChange={(event) => onChange({ ...form, role: event.currentTarget.value })}
        data={roles.map((role) => ({ value: role, label: t(`role.${role}`, { defaultValue: role }) }))}
      />
      {siteRoles.includes(form.role) && (
        <NativeSelect
          label={t('grant.where')} value={form.siteId} onChange={(event) => onChange({ ...form, siteId: event.currentTarget.value })}
          data={[...sites.map((site) => ({ value: site.id, label: site.name })), { value: '', label: t('grant.everywhere') }]}
        />
      )}
      {withDates && (
        <Group grow gap="sm">
          <LocalDateInput label={t('grant.from')} description={t('grant.fromHint')} value={form.from} onChange={(from) => onChange({ ...form, from })} />
          <LocalDateInput label={t('grant.to')} description={t('grant.toHint')} value={form.to} min={form.from || undefined} onChange={(to) => onChange({ ...form, to })} />
        </Group>
      )}
    </Stack>
  );
}
