import { addDays } from '../platform/clock/clock';
import type { FieldProblem } from '../platform/errors/problem';
import type { CloseReason } from './case-close-reasons.service';
import type { AskToClose } from './case-closing.dto';

/** What a closing still lacks, by what its reason asks for. */
export function closingProblems(body: AskToClose, reason: CloseReason, openedOn: string, today: string): FieldProblem[] {
  const found: FieldProblem[] = [];
  const say = (field: keyof AskToClose, message: string): void => void found.push({ field, message });
  const asks = (what: CloseReason['asks'][number]): boolean => reason.asks.includes(what);
  if (body.closesOn > today) say('closesOn', 'A case cannot close in the future.');
  if (body.closesOn < openedOn) say('closesOn', 'A case cannot close before it opened.');
  if (asks('destination') && !body.destination) say('destination', 'Say where they live now.');
  if (asks('partner') && !body.partner?.trim()) say('partner', 'Say with whom they go on.');
  if (asks('contact_attempts') && !body.contactAttempts?.trim()) say('contactAttempts', 'Say when and how you tried to reach them.');
  if (asks('remains') && !body.remains?.trim()) say('remains', 'Say what remains to be done, or that nothing does.');
  if (!asks('follow_up') && body.followUpConsented) say('followUpConsented', 'Nobody is asked again after this reason.');
  return found;
}

/** The last day on which a closed case goes on as the same one. */
export function reopenUntil(closedOn: string, reopenDays: number): string {
  return addDays(closedOn, reopenDays);
}
