import { Text, Title } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../ui/StateBadge';
import { BedTile } from './BedTile';
import type { Board } from './board.api';
import { planOf, type BedNight, type BuildingPlan } from './board-model';
import classes from './TonightPlan.module.css';

export interface TonightPlanProps {
  board: Board;
  onOpen: (bed: BedNight) => void;
}

/** Tonight's plan: the rooms of every building with their beds. */
export function TonightPlan({ board, onOpen }: TonightPlanProps) {
  const buildings = useMemo(() => planOf(board, board.from), [board]);
  const [party, setParty] = useState<string | null>(null);
  return (
    <div className={classes.buildings}>
      {buildings.map((plan) => <Building key={plan.building} plan={plan} party={party} onLook={setParty} onOpen={onOpen} />)}
    </div>
  );
}

interface BuildingProps {
  plan: BuildingPlan;
  party: string | null;
  onLook: (partyId: string | null) => void;
  onOpen: (bed: BedNight) => void;
}

function Building({ plan, party, onLook, onOpen }: BuildingProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} className={classes.building}>{plan.building}</Title>
      <div className={classes.rooms}>
        {plan.rooms.map((room) => <Room key={room.room.id} {...room} party={party} onLook={onLook} onOpen={onOpen} />)}
      </div>
    </section>
  );
}

function Room({ room, beds, free, party, onLook, onOpen }: BuildingPlan['rooms'][number] & Omit<BuildingProps, 'plan'>) {
  const { t } = useTranslation('stays');
  const id = useId();
  const size = beds.length > 6 ? 'large' : beds.length > 2 ? 'medium' : 'small';
  return (
    <section className={classes.room} data-size={size} aria-labelledby={id}>
      <header className={classes.head}>
        <div>
          <Title order={3} id={id} className={classes.name}>{room.name}</Title>
          <Text size="xs" c="dimmed">{t(`space.${room.spaceKind}`)} · {room.floor === 0 ? t('groundFloor') : t('floor', { floor: room.floor })}</Text>
        </div>
        <StateBadge tone={free === 0 ? 'neutral' : 'good'}>{t('freeOf', { free, beds: beds.length })}</StateBadge>
      </header>
      <ul className={classes.beds}>
        {beds.map((night) => (
          <li key={night.bed.id}>
            <BedTile night={night} kin={party !== null && night.period?.partyId === party} onLook={onLook} onOpen={() => onOpen(night)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
