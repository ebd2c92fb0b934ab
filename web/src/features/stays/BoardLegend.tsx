import { useTranslation } from 'react-i18next';
import tile from './BedTile.module.css';
import classes from './BoardLegend.module.css';

const looks = ['free', 'in_house', 'booked', 'away', 'held', 'closed'] as const;

/** What the looks of a bed mean. */
export function BoardLegend() {
  const { t } = useTranslation('stays');
  return (
    <ul className={classes.legend} aria-label={t('legend')}>
      {looks.map((look) => (
        <li key={look}><span className={`${tile.swatch} ${tile.look}`} data-use={look} aria-hidden />{t(`use.${look}`)}</li>
      ))}
    </ul>
  );
}
