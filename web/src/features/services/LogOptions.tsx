import { Button, Collapse, Group, NumberInput, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import type { ServiceDetails } from './services.api';

export interface LogOptionsProps {
  details: ServiceDetails;
  /** The site's date. */
  today: string;
  withQuantity: boolean;
  onChange: (details: ServiceDetails) => void;
}

/** What is rarely said: how much each gets, another day, a note. */
export function LogOptions({ details, today, withQuantity, onChange }: LogOptionsProps) {
  const { t } = useTranslation('services');
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <div>
      <Button variant="subtle" mt="sm" px={0} aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>{t(open ? 'options.less' : 'options.more')}</Button>
      <Collapse expanded={open} id={panel}>
        <Group align="flex-start" gap="sm" mt="xs">
          {withQuantity && (
            <NumberInput label={t('options.quantity')} min={1} max={10_000} allowDecimal={false} value={details.quantity} onChange={(quantity) => onChange({ ...details, quantity: Math.max(1, Number(quantity)) })} w="8rem" />
          )}
          <LocalDateInput label={t('options.day')} value={details.servedOn} max={today} onChange={(servedOn) => onChange({ ...details, servedOn: servedOn || today })} />
          <Textarea
            label={t('options.note')} description={t('options.noteHint')} maxLength={500} autosize minRows={1} value={details.note}
            onChange={(event) => onChange({ ...details, note: event.currentTarget.value })} flex="1 1 16rem"
          />
        </Group>
      </Collapse>
    </div>
  );
}
