import { whenBroken } from '../platform/errors/constraints';
import { common, problems } from '../platform/errors/problem';

/** What can go wrong with cases. */
export const caseProblems = problems({
  CASE_NOT_YOURS: [403, 'Only the team of this case reads it. Ask its lead worker or a supervisor to add you.'],
  CASE_CLOSED: [409, 'This case is closed. Reopen it first.'],
  CASE_STILL_OPEN: [409, 'This case is still open. Go on with it instead of opening another one.'],
  CASE_PERSON_NOT_IN_PARTY: [409, 'Somebody you chose is not in this party. Load it again.'],
  CASE_WORKER_NOT_HERE: [409, 'This colleague does not work on cases at this site. Choose somebody else, or ask an administrator to give them a role here.'],
  CASELOAD_FULL: [409, 'This worker already carries as much as the program allows. You can go on when you say why.'],
  CASE_SEAL_NEEDS_TEAM: [409, 'Only somebody on the team seals a case, so that nobody shuts themselves out. Join the team first.'],
  CASE_LEAD_STAYS: [409, 'A case needs a lead worker. Hand it over to somebody else first.'],
  CASE_WORKER_IS_IN: [409, 'This colleague is on the team already.'],
  CASE_WORKER_NOT_IN: [409, 'This colleague is not on the team. Add them first.'],
  CASE_COMPARTMENT_SHUT: [403, 'Only somebody who is inside this part lets others in. For a part in which nobody is, ask the lead worker; for somebody else, a supervisor.'],
  CASE_COMPARTMENT_IS_OPEN: [409, 'This colleague can see this part already.'],
  CASE_TEAM_NOT_YOURS: [403, 'Only the lead worker or a supervisor changes the team.'],
  CASE_CLOSE_REASON_UNKNOWN: [409, 'This reason is not on the list any more. Choose another.'],
  CASE_CLOSING_WAITS: [409, 'Somebody has asked already to close this case. A supervisor answers it.'],
  CASE_CLOSING_NOT_ASKED: [409, 'Nobody asks to close this case any more. Load it again.'],
  CASE_REOPEN_TOO_LATE: [409, 'This case closed too long ago to go on as the same one. Open a new case that follows it.'],
  CASE_ENROLLMENT_NOT_READY: [409, 'A case is opened for programs that somebody has agreed to. Ask for their consent first.'],
  FOLLOW_UP_DONE: [409, 'Somebody wrote this down already, or the case goes on. Load it again.'],
  APPROVAL_WAITS: [409, 'A supervisor was asked already. Wait for the answer, or take the question back.'],
  APPROVAL_DECIDED: [409, 'This was answered or taken back meanwhile. Load it again.'],
  APPROVAL_OWN: [403, 'You asked for this yourself. Another supervisor has to answer it.'],
});

whenBroken('case_workers_once', caseProblems.CASE_WORKER_IS_IN);
whenBroken('case_workers_one_lead', common.CHANGED_MEANWHILE);
whenBroken('case_compartment_grants_once', caseProblems.CASE_COMPARTMENT_IS_OPEN);
whenBroken('case_closings_one_at_a_time', caseProblems.CASE_CLOSING_WAITS);
whenBroken('case_approvals_one_open', caseProblems.APPROVAL_WAITS);
