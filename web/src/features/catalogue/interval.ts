import { useTranslation } from 'react-i18next';

/** Units in which people say how long lies between two. */
export const intervalUnits = { minutes: 1, hours: 60, days: 1440 } as const;
export type IntervalUnit = keyof typeof intervalUnits;

/** An interval in the largest unit that says it without a fraction. */
export function inUnits(minutes: number): { count: number; unit: IntervalUnit } {
  if (minutes % intervalUnits.days === 0) return { count: minutes / intervalUnits.days, unit: 'days' };
  if (minutes % intervalUnits.hours === 0) return { count: minutes / intervalUnits.hours, unit: 'hours' };
  return { count: minutes, unit: 'minutes' };
}

/** Says an interval: "again after 3 days". */
export function useIntervalText(): (minutes: number) => string {
  const { t } = useTranslation('catalogue');
  return (minutes) => {
    const { count, unit } = inUnits(minutes);
    return t(`after.${unit}`, { count });
  };
}
