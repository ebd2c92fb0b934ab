import { SiteDate } from '../../ui/SiteDate';

/** The first and the last day of a period; both count. */
export function PeriodText({ from, to }: { from: string; to: string }) {
  return <><SiteDate value={from} /> – <SiteDate value={to} /></>;
}
