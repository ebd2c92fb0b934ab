import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { PageQuery } from '../platform/http/page-query.dto';
import type { Arrival } from './arrival.entity';
import { arrivalSources, type ArrivalSource, type ArrivalState } from './arrival.lifecycle';

/** Which arrivals to list. */
export class ArrivalsQuery extends PageQuery {
  @IsUUID()
  siteId: string;

  /** The site-local day; today when not given. */
  @IsOptional()
  @IsLocalDate()
  on?: string;
}

/** Somebody called: people are coming. */
export class ExpectArrival {
  @IsUUID()
  siteId: string;

  /** The site-local day they are expected. */
  @IsLocalDate()
  expectedOn: string;

  /** The site-local time, HH:MM, if it is known. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Write the time as HH:MM.' })
  expectedTime?: string;

  @IsIn(arrivalSources)
  source: ArrivalSource;

  /** Bus company, agency or flight; no names of people. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  carrier?: string;

  @IsInt()
  @Min(0)
  @Max(5000)
  peopleExpected: number;
}

/** People announced to come on a day. */
export class ArrivalView {
  id: string;
  siteId: string;
  expectedOn: string;
  expectedAt: string | null;
  source: ArrivalSource;
  carrier: string;
  peopleExpected: number;
  state: ArrivalState;
  arrivedAt: string | null;
}

/** A page of arrivals. */
export class ArrivalPage {
  items: ArrivalView[];
  next: string | null;
}

/** What leaves of an arrival. */
export function toArrivalView(arrival: Arrival): ArrivalView {
  return {
    id: arrival.id,
    siteId: arrival.siteId,
    expectedOn: arrival.expectedOn,
    expectedAt: arrival.expectedAt?.toISOString() ?? null,
    source: arrival.source,
    carrier: arrival.carrier,
    peopleExpected: arrival.peopleExpected,
    state: arrival.state,
    arrivedAt: arrival.arrivedAt?.toISOString() ?? null,
  };
}
