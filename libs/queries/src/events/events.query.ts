import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import type { OneOrMany } from '../page.js';

export class EventsQuery {
  /** The position after which to begin; 0 is the beginning of the log. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) readonly after: number = 0;
  /** Events at most, up to 1,000; a stream has no limit. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000) readonly limit: number = 100;
  /** Only these event types, separated by commas or repeated. */
  @IsOptional() @IsString({ each: true }) readonly types?: OneOrMany<string>;
}

export const typesIn = ({ types }: EventsQuery): readonly string[] | undefined =>
  types === undefined ? undefined : [types].flat().flatMap((list) => list.split(','));
