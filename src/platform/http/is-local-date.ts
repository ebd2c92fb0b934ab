import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isCalendarDate } from '../clock/clock';

/** The field is a real calendar date written YYYY-MM-DD, between 1900 and 2200. */
export function IsLocalDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLocalDate',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isCalendarDate(value) && value >= '1900-01-01' && value < '2200-01-01',
        defaultMessage: () => '$property must be a real date written as year-month-day, for example 2026-03-01',
      },
    },
    options,
  );
}
