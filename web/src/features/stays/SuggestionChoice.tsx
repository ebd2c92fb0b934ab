import { NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../ui/StateBadge';
import type { Board, WaitingParty } from './board.api';
import { freeBeds } from './board-model';
import type { GuestBed, Suggestion } from './stays.api';
import classes from './SuggestionChoice.module.css';
import { useStayText } from './use-stay-text';

export interface SuggestionChoiceProps {
  board: Board;
  party: WaitingParty;
  suggestions: Suggestion[];
  /** What is chosen now. */
  beds: GuestBed[];
  /** The nights, half open. */
  span: { from: string; until: string };
  /** Beds that are free on all of the nights. */
  freeBeds: number;
  onChoose: (beds: GuestBed[]) => void;
}

/** The plans that were found, the best one first; each bed can be changed for another free one. */
export function SuggestionChoice({ board, party, suggestions, beds, span, freeBeds: free, onChoose }: SuggestionChoiceProps) {
  const { t } = useTranslation('stays');
  const { guestText, needsText, bedText } = useStayText();
  if (suggestions.length === 0) return <Text fw={600}>{t('give.none', { count: free })}</Text>;
  const open = freeBeds(board, span.from, span.until);
  const current = suggestions.findIndex((plan) => plan.beds.every(({ personId, bedId }) => beds.some((bed) => bed.personId === personId && bed.bedId === bedId)));
  const memberOf = new Map(party.members.map((member) => [member.personId, member]));
  const wishes = new Map((suggestions[0]?.beds ?? []).map(({ personId }) => [personId, memberOf.get(personId)]));

  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('give.plans')} value={current >= 0 ? String(current) : 'own'}
        onChange={(value) => onChoose((suggestions[Number(value)]?.beds ?? []).map(({ personId, bedId }) => ({ personId, bedId })))}
      >
        <div className={classes.plans}>
          {suggestions.map((plan, at) => (
            <Radio.Card key={plan.beds.map(({ bedId }) => bedId).join()} value={String(at)} className={classes.plan} aria-label={t('give.plan', { number: at + 1 })}>
              <span className={classes.head}>
                <Text component="span" fw={650}>{[...new Set(plan.beds.map(({ room }) => room))].join(', ')}</Text>
                {plan.beds.length > 1 && (plan.together ? <StateBadge tone="good">{t('give.together')}</StateBadge> : <StateBadge tone="warn">{t('give.rooms', { count: plan.rooms })}</StateBadge>)}
              </span>
              <ul className={classes.beds}>
                {plan.beds.map(({ personId, bed, room, unmet }) => {
                  const member = memberOf.get(personId);
                  return (
                    <li key={personId}>
                      <span>{member ? guestText(member) : ''}</span>
                      <span className="tabular">{plan.together ? bed : `${room} · ${bed}`}</span>
                      {unmet.length > 0 && <small>{t('give.unmet', { needs: needsText(unmet) })}</small>}
                    </li>
                  );
                })}
              </ul>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <details className={classes.own}>
        <summary>{t('give.change')}</summary>
        <div className={classes.selects}>
          {beds.map(({ personId, bedId }) => {
            const member = wishes.get(personId) ?? memberOf.get(personId);
            return (
              <NativeSelect
                key={personId} label={member ? guestText(member) : personId} value={bedId}
                onChange={(event) => onChoose(beds.map((bed) => (bed.personId === personId ? { personId, bedId: event.currentTarget.value } : bed)))}
                data={open.map((place) => ({ value: place.bed.id, label: bedText(place), disabled: beds.some((bed) => bed.bedId === place.bed.id && bed.personId !== personId) }))}
              />
            );
          })}
        </div>
      </details>
    </Stack>
  );
}
