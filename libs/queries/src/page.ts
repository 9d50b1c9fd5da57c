import type { Condition, Cursor, Query, Scalar } from '@annals/event-sourcing';
import { decodeCursor, encodeCursor } from '@annals/http';
import type { Answer, Found } from '@annals/projecting';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

export type OneOrMany<T> = T | readonly T[];

/** What every read takes. */
export class FreshQuery {
  /** From the receipt of a command that the answer has to show; the header `Consistency-Token` says the same. */
  @IsOptional() @IsString() readonly consistencyToken?: string;
}

/** What every list takes besides its own conditions. */
export class PageQuery extends FreshQuery {
  /** Items at most, up to 1,000. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000) readonly limit: number = 50;
  /** `next` of the page before. */
  @IsOptional() @IsString() readonly cursor?: string;
}

/** The condition that one value is met, or any of several; none if nothing is asked for. */
export const anyOf = (field: string, wanted: OneOrMany<Scalar> | undefined): Condition[] => {
  if (wanted === undefined) return [];
  return [isList(wanted) ? { field, in: wanted } : { field, is: wanted }];
};

const isList = (wanted: OneOrMany<Scalar>): wanted is readonly Scalar[] => Array.isArray(wanted);

/** `sort` names a field, or with `-` before it the field from its end; `fields` maps public names to declared ones. */
export const listQuery = (
  where: readonly Condition[],
  sort: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  fields: Readonly<Record<string, string>> = {},
): Query => {
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  return { where, sort: { field: fields[name] ?? name, descending }, limit, after: decodeCursor(cursor) };
};

/** Both directions of each field, as `?sort=` takes them. */
export const sortsOf = (...fields: readonly string[]): string[] => fields.flatMap((field) => [field, `-${field}`]);

/** The found documents as they go out, with the cursor for the next page. */
export const pageOf = <D, T>(
  { value, ...state }: Answer<Found<D>>,
  item: (document: D, id: string) => T,
): Answer<{ readonly items: readonly T[]; readonly next: string | null }> => ({
  ...state,
  value: { items: value.items.map(({ id, document }) => item(document, id)), next: encodeCursor(value.next) },
});

/** Everything that a query finds, page by page, as fresh as the first page. */
export const everyPage = async <T>(
  query: Query,
  find: (page: Query) => Promise<Answer<Found<T>>>,
): Promise<Answer<readonly T[]>> => {
  const all: T[] = [];
  let first: Omit<Answer<unknown>, 'value'> | undefined;
  let after: Cursor | undefined;
  do {
    const { value, ...state } = await find({ ...query, after });
    first ??= state;
    all.push(...value.items.map(({ document }) => document));
    after = value.next ?? undefined;
  } while (after);
  return { ...first, value: all };
};
