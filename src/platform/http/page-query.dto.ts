import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** Which page of a list that is paged by id. */
export class PageQuery {
  /** The `next` of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  /** How many at the most. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
