import { useSearchParams } from 'react-router';
import { useSite } from '../../app/site';
import { localDate } from '../../ui/date-text';

const DAY = 86_400_000;

/** The day in the address (`?on=2026-03-01`), today when there is none, and how to go to another one. */
export function useDay(): { on: string; today: string; go: (day: string) => void; shift: (days: number) => void } {
  const { timeZone } = useSite();
  const [search, setSearch] = useSearchParams();
  const today = localDate(timeZone);
  const on = search.get('on') ?? today;
  const go = (day: string) => setSearch(day === today || day === '' ? {} : { on: day }, { replace: true });
  return { on, today, go, shift: (days) => go(new Date(Date.parse(`${on}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10)) };
}
