import { Button, Group, List, Modal, NativeSelect, SimpleGrid, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../app/CaseShell';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { SignaturePad } from '../../ui/SignaturePad';
import { type Interpreter, interpreters, type NewSignature, type Plan, signPlan } from './plans.api';
import { usePlanChange } from './use-plan-change';
import { planLanguages, usePlanText } from './use-plan-text';

/** The plan is read together, then the participant signs here or on paper. What is signed is the version on the screen. */
export function SignDialog({ found, plan, onClose }: { found: CaseHead; plan: Plan; onClose: () => void }) {
  const { t } = useTranslation(['plans', 'ui']);
  const { language } = usePlanText();
  const [form, setForm] = useState({ personId: found.members[0]?.personId ?? '', how: 'on_screen' as NewSignature['how'], signedOn: plan.today, language: plan.language, interpreter: '' });
  const [image, setImage] = useState<string | null>(null);
  const [version] = useState(plan.version);
  const save = usePlanChange(found.id, (body: NewSignature) => signPlan(plan.id, body), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      version, personId: form.personId, how: form.how, signedOn: form.signedOn, language: form.language,
      ...(form.how === 'on_screen' ? { image } : {}), ...(form.interpreter ? { interpreter: form.interpreter as Interpreter } : {}),
    });
  };
  const open = plan.goals.filter(({ status }) => status === 'active');
  return (
    <Modal opened onClose={onClose} title={t('sign.title')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <ProblemAlert problem={save.error} />
        <Text size="sm" mb="xs">{t('sign.hint')}</Text>
        <List size="sm" mb="sm">{open.map((goal) => <List.Item key={goal.id}><span dir="auto">{goal.statement}</span></List.Item>)}</List>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mb="sm">
          <NativeSelect label={t('sign.who')} value={form.personId} onChange={(event) => setForm({ ...form, personId: event.currentTarget.value })} data={found.members.map(({ personId, name }) => ({ value: personId, label: name }))} />
          <LocalDateInput label={t('sign.when')} value={form.signedOn} onChange={(signedOn) => setForm({ ...form, signedOn })} min={found.openedOn} max={plan.today} required />
          <NativeSelect label={t('sign.language')} value={form.language} onChange={(event) => setForm({ ...form, language: event.currentTarget.value })} data={[...new Set([plan.language, ...planLanguages])].map((value) => ({ value, label: language(value) }))} />
          <NativeSelect label={t('sign.interpreter')} value={form.interpreter} onChange={(event) => setForm({ ...form, interpreter: event.currentTarget.value })} data={[{ value: '', label: t('interpreter.none') }, ...interpreters.map((value) => ({ value, label: t(`interpreter.${value}`) }))]} />
        </SimpleGrid>
        <SegmentedChoice
          label={t('sign.how')} value={form.how} onChange={(how: NewSignature['how']) => setForm({ ...form, how })}
          options={(['on_screen', 'on_paper'] as const).map((value) => ({ value, label: t(`signature.how.${value}`) }))}
        />
        <div style={{ marginTop: '1rem' }}>
          {form.how === 'on_screen' ? <SignaturePad label={t('sign.here')} onChange={setImage} /> : <Text size="sm">{t('sign.paperHint')}</Text>}
        </div>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.isPending} disabled={form.how === 'on_screen' && image === null}>{t('sign.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
