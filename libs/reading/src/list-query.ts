import type { Condition, ListedView, Query, Scalar } from '@annals/event-sourcing';
import { decodeCursor } from '@annals/http';
import type { ListForm } from './list-form.js';

/** The query to the store that a checked form asks for. Throws `HttpProblem` 400 `CursorInvalid`. */
export const listQuery = (view: ListedView, { sort, limit, cursor, ...asked }: ListForm): Query => ({
  where: conditionsOf(view, asked),
  sort: { field: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
  limit,
  after: decodeCursor(cursor),
});

const conditionsOf = ({ list: { filters } }: ListedView, asked: object): readonly Condition[] =>
  filters.flatMap((field) => {
    const values = (asked as Readonly<Record<string, readonly Scalar[] | undefined>>)[field];
    return values === undefined ? [] : [{ field, in: values }];
  });

/** The fields that a query filters or sorts by and that are personal. */
export const personalIn = ({ fields }: ListedView, { where = [], sort }: Query): readonly string[] =>
  [...where.map(({ field }) => field), ...(sort ? [sort.field] : [])].filter((field) => fields[field]!.personal);
