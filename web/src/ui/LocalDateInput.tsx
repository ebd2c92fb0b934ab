import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

export interface LocalDateInputProps {
  label: string;
  /** A calendar date (2026-03-01), or empty. */
  value: string;
  onChange: (date: string) => void;
  description?: ReactNode;
  error?: ReactNode;
  /** Earliest and latest date that can be chosen. */
  min?: string;
  max?: string;
  required?: boolean;
  disabled?: boolean;
}

/** A date in the site's calendar, typed or picked with the device's own date field (fast on a phone). */
export function LocalDateInput({ onChange, ...field }: LocalDateInputProps) {
  return <TextInput type="date" {...field} onChange={(event) => onChange(event.currentTarget.value)} />;
}
