import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { PageHeader } from '../../ui/PageHeader';
import { OwnSessions } from './OwnSessions';
import { PasswordForm } from './PasswordForm';
import { ProfileForm } from './ProfileForm';

/** What everybody may change of their own account: name, language, password, where they are signed in. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const { user } = useSession();
  return (
    <Stack gap="xl" maw="40rem">
      <PageHeader title={t('title')} subtitle={user.email} />
      <section aria-labelledby="profile-title">
        <Title order={2} id="profile-title" mb="xs">{t('profile.title')}</Title>
        <ProfileForm />
      </section>
      <section aria-labelledby="password-title">
        <Title order={2} id="password-title" mb="xs">{t('password.title')}</Title>
        <PasswordForm />
      </section>
      <section aria-labelledby="sessions-title">
        <Title order={2} id="sessions-title" mb="xs">{t('sessions.title')}</Title>
        <OwnSessions />
      </section>
    </Stack>
  );
}
