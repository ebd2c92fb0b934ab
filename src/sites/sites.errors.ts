import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** Refusals around sites, rooms and beds. */
export const siteProblems = problems({
  SITE_CODE_TAKEN: [409, 'Another site has this code. Choose another code.'],
  BUILDING_NAME_TAKEN: [409, 'This site has a building of that name already. Choose another name.'],
  ROOM_NAME_TAKEN: [409, 'This building has a room of that name already. Choose another name.'],
  BED_LABEL_TAKEN: [409, 'This room has a bed with that label already. Choose another label.'],
  BED_SERVICE_DATES: [400, 'A bed leaves service after the day it came into service.'],
  BED_IN_USE: [409, 'Somebody has this bed after that date. Move them first, or choose a later date.'],
  SITE_NEEDS_ADMINISTRATOR: [403, 'A new site is opened by somebody with a role for the whole organization.'],
});

whenBroken('sites_code_once', siteProblems.SITE_CODE_TAKEN);
whenBroken('buildings_name_once', siteProblems.BUILDING_NAME_TAKEN);
whenBroken('rooms_name_once', siteProblems.ROOM_NAME_TAKEN);
whenBroken('beds_label_once', siteProblems.BED_LABEL_TAKEN);
whenBroken('beds_service_dates', siteProblems.BED_SERVICE_DATES);
whenBroken('beds_in_service_while_used', siteProblems.BED_IN_USE);
