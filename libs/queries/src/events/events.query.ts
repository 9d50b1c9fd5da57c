import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import type { OneOrMany } from '../page.js';
import { listIn } from '@annals/http';
import { queryProblems } from '../queries.problems.js';

export class EventsQuery {
  /** The position after which to begin; 0 is the beginning of the log. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) readonly after: number = 0;
  /** Events at most, up to 1,000; a stream has no limit. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000) readonly limit: number = 100;
  /** Only these event types, separated by commas or repeated. */
  @IsOptional() @IsString({ each: true }) readonly types?: OneOrMany<string>;
}

/** Throws `HttpProblem` 400 `EventTypeUnknown`, which names the types that there are. */
export const typesIn = ({ types }: EventsQuery, known: readonly string[]): readonly string[] | undefined => {
  const wanted = types === undefined ? undefined : listIn(types);
  const unknown = wanted?.find((type) => !known.includes(type));
  if (unknown !== undefined) throw queryProblems.problem('EventTypeUnknown', { type: unknown, known });
  return wanted;
};
