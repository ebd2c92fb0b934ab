import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** Refusals of the service catalogue and the ledger. */
export const serviceProblems = problems({
  SERVICE_KIND_CODE_TAKEN: [409, 'The catalogue has this code already. Choose another code.'],
  SERVICE_KIND_COUNTS_NIGHTS: [422, 'Nights are counted from stays and are never typed. Give the person a bed instead.'],
  SERVICE_KIND_NEEDS_ADMINISTRATOR: [403, 'The catalogue holds for every site. Ask somebody with a role for the whole organization to change it.'],
  SERVICE_KIND_RETIRED: [409, 'This is no longer given. Choose another kind of service.'],
  SERVICE_WRONG_SUBJECT: [422, 'This kind of service is not logged for that. Look at who it is for.'],
  SERVICE_NOBODY_HERE: [409, 'Nobody is there to be served. Choose people by name, or log a count.'],
  SERVICE_NOT_OF_THIS_SITE: [404, 'Some of these people are not known at this site. Look them up again.'],
  SERVICE_COLLEAGUE_NOT_HERE: [404, 'This colleague has no role at this site on that day.'],
  SERVICE_OVER_LIMIT: [409, 'Somebody gets more than the catalogue foresees. Say why to log it all the same.'],
  SERVICE_REVERSED_ALREADY: [409, 'This was taken back already. Load the log again.'],
  SERVICE_IS_A_REVERSAL: [409, 'A reversal is not taken back. Log the service again instead.'],
  SERVICE_REVERSAL_NOT_YOURS: [403, 'Only the colleague who logged it can undo it, within 15 minutes. Ask somebody who may correct the log.'],
});

whenBroken('service_kinds_code_once', serviceProblems.SERVICE_KIND_CODE_TAKEN);
whenBroken('service_kinds_nights_come_from_stays', serviceProblems.SERVICE_KIND_COUNTS_NIGHTS);
whenBroken('service_entries_reversed_once', serviceProblems.SERVICE_REVERSED_ALREADY);
