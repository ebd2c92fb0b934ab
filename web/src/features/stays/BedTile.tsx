import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dateText, timeText } from '../../ui/date-text';
import { useSiteZone } from '../../ui/site-zone';
import classes from './BedTile.module.css';
import type { BedNight } from './board-model';
import { BedKindIcon } from './BedKindIcon';

export interface BedTileProps {
  night: BedNight;
  /** Somebody of the same party is being looked at. */
  kin: boolean;
  onOpen: () => void;
  /** The party under the pointer or the focus; null when it leaves. */
  onLook: (partyId: string | null) => void;
}

/** One bed of tonight's plan: what it is, who has it, until when. Pressing it opens what can be done. */
export function BedTile({ night, kin, onOpen, onLook }: BedTileProps) {
  const { t, i18n } = useTranslation('stays');
  const zone = useSiteZone();
  const { bed, period, stay, inService } = night;
  const use = period?.use ?? (inService ? 'free' : 'out');
  const until = period?.until ? dateText(period.until, i18n.language, zone, 'short') : null;
  const who = stay ? (stay.name ?? stay.partyCode) : t(`use.${use}`);
  // In the house is what a bed is for; any other state is also said in words.
  const foot = stay
    ? [use === 'in_house' ? '' : t(`use.${use}`), stay.name === null ? '' : stay.partyCode, use === 'in_house' ? t(`age.${stay.ageBand}`) : ''].filter(Boolean).join(' · ')
    : period?.use === 'closed' ? t(`closure.${period.closureReason ?? 'other'}`)
    : period?.heldUntil ? t('hold.until', { time: timeText(period.heldUntil, i18n.language, zone) })
    : bed.characteristics.map((name) => t(`characteristic.${name}`)).join(', ');
  const look = (partyId: string | null) => () => onLook(partyId);

  return (
    <button
      type="button" className={`${classes.tile} ${classes.look}`} data-use={use} data-kin={kin || undefined} onClick={onOpen}
      onMouseEnter={look(period?.partyId ?? null)} onMouseLeave={look(null)} onFocus={look(period?.partyId ?? null)} onBlur={look(null)}
    >
      <span className={classes.head}>
        <span className={classes.label}><BedKindIcon kind={bed.kind} />{bed.label}<VisuallyHidden>{t(`kind.${bed.kind}`)}</VisuallyHidden></span>
        {until && <span>{t('untilShort', { date: until })}</span>}
      </span>
      <span className={classes.name}>{who}</span>
      <span className={classes.foot}>{foot}{use === 'in_house' && <VisuallyHidden>{t('use.in_house')}</VisuallyHidden>}</span>
    </button>
  );
}
