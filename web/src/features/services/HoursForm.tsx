import { Button, Group, NativeSelect, NumberInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';

export interface HoursFormProps {
  colleagues: { id: string; name: string }[];
  busy: boolean;
  onLog: (staffUserId: string, hours: number, name: string) => void;
}

/** Hours of work of oneself or a colleague. */
export function HoursForm({ colleagues, busy, onLog }: HoursFormProps) {
  const { t } = useTranslation('services');
  const { user } = useSession();
  const [who, setWho] = useState(user.id);
  const [hours, setHours] = useState<number | string>(8);
  const options = colleagues.some(({ id }) => id === user.id) ? colleagues : [{ id: user.id, name: user.fullName }, ...colleagues];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Number(hours) > 0) onLog(who, Number(hours), options.find(({ id }) => id === who)?.name ?? '');
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <NativeSelect label={t('hours.who')} value={who} onChange={(event) => setWho(event.currentTarget.value)} data={options.map(({ id, name }) => ({ value: id, label: name }))} />
        <NumberInput label={t('hours.hours')} min={0.25} max={24} step={0.25} decimalScale={2} required value={hours} onChange={setHours} w="8rem" />
        <Button type="submit" loading={busy}>{t('who.log')}</Button>
      </Group>
    </form>
  );
}
