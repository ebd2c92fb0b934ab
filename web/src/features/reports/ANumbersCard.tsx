import { useTranslation } from 'react-i18next';
import classes from './ANumbersCard.module.css';
import card from './FigureCard.module.css';
import { useReportText } from './report-text';
import type { ANumbers } from './reports.api';

const states = ['verified', 'stated', 'missing', 'refused'] as const;

/** The people behind all counted rows, by what is known about their A-number, against what the program accepts. */
export function ANumbersCard({ aNumbers }: { aNumbers: ANumbers }) {
  const { t, i18n } = useTranslation('reports');
  const { number } = useReportText();
  const all = states.reduce((sum, state) => sum + aNumbers[state], 0);
  const share = all === 0 ? null : (aNumbers.missing + aNumbers.refused) / all;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const { tolerancePercent } = aNumbers;
  const isOver = share !== null && tolerancePercent !== null && share * 100 >= tolerancePercent;
  return (
    <article className={card.card} aria-labelledby="figure-a-numbers">
      <h3 id="figure-a-numbers" className={card.label}>{t('aNumbers.title')}</h3>
      <p className={`${card.value} tabular`} data-over={isOver}>{share === null ? '–' : percent.format(share)}</p>
      <p className={card.people}>
        {tolerancePercent === null ? t('aNumbers.noTolerance') : t('aNumbers.tolerance', { percent: percent.format(tolerancePercent / 100) })}
        {isOver && <strong className={classes.over}> {t('aNumbers.over')}</strong>}
      </p>
      <ul className={classes.states}>
        {states.map((state) => (
          <li key={state} className={classes.state}>
            <span>{t(`aNumbers.${state}`)}</span>
            <span className="tabular">{number(aNumbers[state])}</span>
            <span className={classes.bar} aria-hidden="true"><span className={classes.part} data-state={state} style={{ width: `${all === 0 ? 0 : (100 * aNumbers[state]) / all}%` }} /></span>
          </li>
        ))}
      </ul>
    </article>
  );
}
