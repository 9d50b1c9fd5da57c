import { AXES, type Axis } from '@annals/reading';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { FreshQuery } from '../page.js';

export class DiffQuery extends FreshQuery {
  /** An instant, the beginning of a day in `TIME_ZONE`, or a position of the log. */
  @IsString() @MaxLength(40) readonly from!: string;
  /** Not before `from`; now if it is left out. */
  @IsOptional() @IsString() @MaxLength(40) readonly to?: string;
  /** What we knew at the two moments, or what was true at them. */
  @IsIn(AXES) readonly axis: Axis = 'recorded';
}

export class ReplayQuery extends FreshQuery {
  /** In the order in which the events were recorded, or in that in which they occurred. */
  @IsIn(AXES) readonly axis: Axis = 'recorded';
  /** Forward or back. */
  @IsIn(['asc', 'desc']) readonly order: 'asc' | 'desc' = 'asc';
  /** The number of the first step of the answer; without it, the first or the last of all. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) readonly step?: number;
  /** Steps at most, up to 100. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) readonly limit: number = 20;
}
