import { whenBroken } from '../../platform/errors/constraints';
import { problems } from '../../platform/errors/problem';

/** What can go wrong with notes on cases. */
export const noteProblems = problems({
  NOTE_CHANGED: [409, 'This draft was saved in another window meanwhile. Look at both texts and keep what you need.'],
  NOTE_SIGNED: [409, 'This note is signed and stays as it is. Write a correction instead.'],
  NOTE_NOT_SIGNED: [409, 'This note is still a draft. Sign it first.'],
  NOTE_EMPTY: [400, 'A note needs a few words before it is signed.'],
  NOTE_OWN: [403, 'Somebody else co-signs what you wrote yourself. Ask a colleague of the team or a supervisor.'],
  NOTE_NOT_YOURS: [403, 'Only who wrote a note records the time of it.'],
  NOTE_NOT_ASKED: [403, 'Only somebody who was asked, or a supervisor, co-signs this note.'],
  NOTE_COSIGNED: [409, 'You have co-signed this note already.'],
  NOTE_COSIGNER_CANNOT_READ: [409, 'This colleague cannot read the note. Choose somebody of the team or a supervisor who can.'],
  NOTE_COMPARTMENT_SHUT: [403, 'You were not let into this part of the case. Ask its lead worker or a supervisor.'],
  NOTE_NOT_A_MEMBER: [409, 'Somebody is not a member of this case. Load the case again.'],
  NOTE_WITHOUT_MINUTES: [409, 'This note does not say how long it took, so there is no time to record.'],
  NOTE_TIME_RECORDED: [409, 'The time of this contact is recorded already.'],
  NOTE_TIME_NOT_RECORDED: [409, 'There is no recorded time to take back.'],
  NOTE_NO_LABOR_KIND: [409, 'The catalogue of services has no hours of work for colleagues. Ask an administrator to add it.'],
});

whenBroken('case_notes_signed_stay', noteProblems.NOTE_SIGNED);
whenBroken('case_note_cosignatures_not_own', noteProblems.NOTE_OWN);
