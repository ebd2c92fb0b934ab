import { useTranslation } from 'react-i18next';
import { isMinor, languageName, nameOf } from './names';
import type { Traveller } from './travel.api';
import classes from './TravellerNames.module.css';

/** Who goes along, with what the person at the door has to know about each. */
export function TravellerNames({ travellers }: { travellers: Traveller[] }) {
  const { t, i18n } = useTranslation('travel');
  return (
    <ul className={classes.list}>
      {travellers.map((traveller) => {
        const facts = [
          isMinor(traveller.ageBand) && t(`age.${traveller.ageBand}`),
          traveller.languageSpoken && languageName(traveller.languageSpoken, i18n.language),
          traveller.interpreterNeeded && t('traveller.interpreter'),
          ...traveller.needs.map((need) => t(`need.${need}`, { defaultValue: need })),
        ].filter(Boolean);
        return (
          <li key={traveller.personId}>
            <span className={classes.name}>{nameOf(traveller) || t('traveller.forgotten')}</span>
            {facts.length > 0 && <span className={classes.facts}> {facts.join(', ')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
