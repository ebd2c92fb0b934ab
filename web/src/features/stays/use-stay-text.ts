import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { dateText } from '../../ui/date-text';
import { useSiteZone } from '../../ui/site-zone';
import type { AgeBand, BedUse, BoardBed, BoardRoom } from './board.api';

/** One line about nights that stand in the way. */
interface Taken {
  bed?: string;
  room?: string;
  use?: BedUse;
  partyCode?: string | null;
  from: string;
  until: string | null;
}

/** How guests, beds and refusals are called in the language of the screen. */
export function useStayText() {
  const { t, i18n } = useTranslation('stays');
  const zone = useSiteZone();
  const day = (date: string | null): string => (date === null ? t('openEnd') : dateText(date, i18n.language, zone, 'short'));
  return {
    day,
    /** Who it is: the name for those who may see it, else the age. */
    guestText: ({ name, ageBand }: { name: string | null; ageBand: AgeBand }): string => name ?? t(`age.${ageBand}`),
    needsText: (needs: readonly string[]): string => needs.map((need) => t(`need.${need}`, { defaultValue: need })).join(', '),
    bedText: ({ bed, room }: { bed: Pick<BoardBed, 'label' | 'kind'>; room: Pick<BoardRoom, 'name'> }): string => `${room.name} · ${bed.label} (${t(`kind.${bed.kind}`)})`,
    /** What stands in the way, one line each, from the facts of a refusal. */
    inTheWay: (problem: unknown): string[] => {
      if (!problem) return [];
      const { facts } = asProblem(problem) as { facts?: { beds?: Taken[]; nights?: Taken[] } };
      return [...(facts?.beds ?? []), ...(facts?.nights ?? [])].map(({ bed, room, use, partyCode, from, until }) =>
        t(bed ? 'taken.bed' : 'taken.elsewhere', { bed, room, use: use ? t(`use.${use}`) : '', party: partyCode ?? '', from: day(from), until: day(until), context: partyCode ? 'party' : undefined }),
      );
    },
  };
}
