import { Chip, Group, Input } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { ChoiceOption } from './SegmentedChoice';

export interface TagPickerProps<T extends string> {
  /** What the tags say about the record. */
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  options: ChoiceOption<T>[];
  value: T[];
  onChange: (value: T[]) => void;
}

/** Any number of a closed list, each one tap: needs of a person, characteristics of a bed. */
export function TagPicker<T extends string>({ label, description, error, options, value, onChange }: TagPickerProps<T>) {
  const labelId = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id: labelId }} description={description} error={error}>
      <Chip.Group multiple value={value} onChange={(chosen: string[]) => onChange(options.map((option) => option.value).filter((tag) => chosen.includes(tag)))}>
        <Group gap="xs" mt={4} role="group" aria-labelledby={labelId}>
          {options.map((option) => <Chip key={option.value} value={option.value} size="sm" variant="outline">{option.label}</Chip>)}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
