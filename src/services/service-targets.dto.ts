import { IsOptional, IsUUID } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';

/** Where and when somebody wants to log. */
export class ServiceTargetsQuery {
  @IsUUID()
  siteId: string;

  /** The site's date; today when it is left out. */
  @IsOptional()
  @IsLocalDate()
  on?: string;
}

/** Somebody who is in the house. */
export class ServedPersonView {
  id: string;
  /** Null for those who may not read people. */
  name: string | null;
  partyId: string;
  roomId: string | null;
}

/** A party or a room with people in the house. */
export class ServedGroupView {
  id: string;
  /** The party's code, or the room's name. */
  name: string;
  /** How many of them are in the house. */
  people: number;
}

/** A colleague who works at the site. */
export class ColleagueView {
  id: string;
  name: string;
}

/** Whom services can be logged for on a day at a site, ready for a tap. */
export class ServiceTargetsView {
  on: string;
  people: ServedPersonView[];
  parties: ServedGroupView[];
  rooms: ServedGroupView[];
  colleagues: ColleagueView[];
}
