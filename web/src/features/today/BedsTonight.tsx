import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState';
import { BedIcon } from '../../ui/icons';
import classes from './BedsTonight.module.css';
import type { FreeBeds, Today } from './today.api';

const uses = ['taken', 'held', 'closed', 'free'] as const;

/** Where there is room tonight: each kind of space as a bar of its beds, under the capacities the site has. */
export function BedsTonight({ house }: { house: Today['house'] }) {
  const { t } = useTranslation('today');
  return (
    <section aria-labelledby="beds-title" className={classes.panel}>
      <Title order={2} id="beds-title">{t('beds.title')}</Title>
      <Capacities house={house} />
      {house.free.length === 0 && <EmptyState title={t('beds.none')} icon={<BedIcon />}>{t('beds.noneText')}</EmptyState>}
      {house.free.length > 0 && (
        <>
          <ul className={classes.kinds}>
            {house.free.map((kind) => <KindOfSpace key={kind.spaceKind} kind={kind} />)}
          </ul>
          <ul className={classes.legend} aria-hidden="true">
            {uses.map((use) => <li key={use}><span className={classes.mark} data-use={use} /> {t(`beds.${use}`)}</li>)}
          </ul>
        </>
      )}
    </section>
  );
}

function KindOfSpace({ kind }: { kind: FreeBeds }) {
  const { t } = useTranslation('today');
  const sentence = uses.filter((use) => kind[use] > 0).map((use) => `${t(`beds.${use}`)}: ${kind[use]}`).join(', ');
  return (
    <li className={classes.kind}>
      <span className={classes.name}>{t(`space.${kind.spaceKind}`)}</span>
      <span className={`${classes.number} tabular`}>{t('beds.freeOf', { count: kind.free, beds: kind.beds })}</span>
      <span role="img" aria-label={sentence} className={classes.bar}>
        {uses.map((use) => kind[use] > 0 && <span key={use} data-use={use} className={classes.part} style={{ flexGrow: kind[use] }} />)}
      </span>
    </li>
  );
}

function Capacities({ house }: { house: Today['house'] }) {
  const { t } = useTranslation('today');
  const said = [
    ['physical', house.bedsTonight],
    ['licensed', house.capacity.licensed],
    ['staffed', house.capacity.staffed],
    ['funded', house.capacity.funded],
  ] as const;
  const inBeds = house.free.reduce((sum, { taken }) => sum + taken, 0);
  return (
    <dl className={classes.capacities}>
      {said.map(([key, value]) => (
        <div key={key} data-over={value !== null && inBeds > value}>
          <dt>{t(`capacity.${key}`)}</dt>
          <dd className="tabular">{value ?? t('capacity.notSaid')}</dd>
        </div>
      ))}
    </dl>
  );
}
