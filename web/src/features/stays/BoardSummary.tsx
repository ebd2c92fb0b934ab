import { useTranslation } from 'react-i18next';
import { StatTile } from '../../ui/StatTile';
import type { Board } from './board.api';
import classes from './BoardSummary.module.css';

/** Tonight in numbers: who is here, who comes, what is free, and the four capacities side by side. */
export function BoardSummary({ board }: { board: Board }) {
  const { t } = useTranslation('stays');
  const [night] = board.totals;
  if (!night) return null;
  const { capacities } = board;
  const here = night.inHouse + night.booked;
  const limits = (['licensed', 'staffed', 'funded'] as const).filter((name) => capacities[name] !== null);
  const over = limits.filter((name) => here > (capacities[name] ?? here));

  return (
    <div className={classes.tiles}>
      <StatTile label={t('summary.inHouse')} value={night.inHouse} hint={night.away > 0 ? t('summary.away', { count: night.away }) : t('summary.nobodyAway')} />
      <StatTile label={t('summary.booked')} value={night.booked} hint={t('summary.bookedHint')} />
      <StatTile label={t('summary.free')} value={night.free} hint={t('summary.blocked', { held: night.held, closed: night.closed })} tone={night.free === 0 ? 'attention' : 'plain'} />
      <section className={classes.capacity} aria-label={t('capacity.label')} data-over={over.length > 0 || undefined}>
        <Capacity name={t('capacity.physical')} here={here} most={capacities.physical} />
        {limits.map((name) => <Capacity key={name} name={t(`capacity.${name}`)} here={here} most={capacities[name] ?? 0} />)}
        {limits.length === 0 && <p className={classes.none}>{t('capacity.none')}</p>}
        {over.length > 0 && <p className={classes.over}>{t('capacity.over')}</p>}
      </section>
    </div>
  );
}

function Capacity({ name, here, most }: { name: string; here: number; most: number }) {
  const share = most === 0 ? 1 : Math.min(1, here / most);
  return (
    <div className={classes.line}>
      <span>{name}</span>
      <span className={classes.track} aria-hidden><span className={classes.fill} data-over={here > most || undefined} style={{ inlineSize: `${Math.round(share * 100)}%` }} /></span>
      <span className="tabular">{here} / {most}</span>
    </div>
  );
}
