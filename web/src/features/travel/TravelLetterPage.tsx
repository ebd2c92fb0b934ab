import { Button, Checkbox, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { dateText, timeText } from '../../ui/date-text';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { nameOf } from './names';
import classes from './TravelLetterPage.module.css';
import { tripOf, type Trip } from './travel.api';
import { placeText } from './us-states';

const languages = ['en', 'es'] as const;
type Letter = (typeof languages)[number];

/**
 * A letter that travellers carry: where they go, when, and sentences in English and Spanish to show to whoever can help. It says
 * nothing about the house they come from, and names the person who waits only when that is safe.
 */
export function TravelLetterPage() {
  const { t } = useTranslation('travel');
  const { tripId = '' } = useParams();
  const site = useSite();
  const path = useSitePath();
  const trip = useQuery(tripOf(tripId));
  const [withNames, setWithNames] = useState(true);
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('letter.title')} subtitle={t('letter.subtitle')}
          actions={
            <>
              <Button onClick={() => window.print()} disabled={!trip.data}>{t('letter.print')}</Button>
              <Button variant="default" component={Link} to={`${path('departures')}${trip.data ? `?on=${trip.data.leavesOn}` : ''}`}>{t('list.back')}</Button>
            </>
          }
        />
        <Group mb="md"><Checkbox label={t('letter.withNames')} checked={withNames} onChange={(event) => setWithNames(event.currentTarget.checked)} /></Group>
      </div>
      <ProblemAlert problem={trip.error} onRetry={() => void trip.refetch()} takeFocus={false} />
      {trip.isPending && <Loading lines={6} />}
      {trip.data && (
        <article className={`${classes.letter} ${classes.sheet}`}>
          {languages.map((language) => <OneLanguage key={language} language={language} trip={trip.data} zone={site.timeZone} withNames={withNames} />)}
        </article>
      )}
    </>
  );
}

function OneLanguage({ language, trip, zone, withNames }: { language: Letter; trip: Trip; zone: string; withNames: boolean }) {
  const { i18n } = useTranslation('travel');
  const say = i18n.getFixedT(language, 'travel');
  const facts = [
    [say('letter.to'), placeText(trip)],
    [say('letter.leaves'), `${dateText(trip.leavesOn, language, zone, 'long')}, ${timeText(trip.leavesAt, language, zone)}`],
    [say('letter.by'), [say(`mode.${trip.mode}`), trip.carrier].filter(Boolean).join(', ')],
    [say('letter.ticket'), trip.reference],
    [say('letter.people'), withNames ? trip.travellers.map(nameOf).filter(Boolean).join(', ') : String(trip.travellers.length)],
    [say('letter.waiting'), trip.safeToContactSponsor ? [trip.sponsorName, trip.sponsorPhone].filter(Boolean).join(', ') : ''],
  ].filter((fact): fact is [string, string] => fact[1] !== '');
  return (
    <section lang={language} className={classes.part} aria-labelledby={`letter-${language}`}>
      <h2 id={`letter-${language}`}>{say('letter.heading')}</h2>
      <p>{say('letter.please')}</p>
      <dl className={classes.facts}>
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className={classes.questions}>
        {['where', 'when', 'change', 'call'].filter((question) => question !== 'call' || trip.safeToContactSponsor).map((question) => <li key={question}>{say(`letter.question.${question}`)}</li>)}
      </ul>
    </section>
  );
}
