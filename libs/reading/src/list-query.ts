import { UPDATED_AT, type Condition, type ListedView, type Query, type Scalar } from '@annals/event-sourcing';
import { decodeCursor } from '@annals/http';
import type { ListForm } from './list-form.js';

type Asked = Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;

/** The query to the store that a checked form asks for. Throws `HttpProblem` 400 `CursorInvalid`. */
export const listQuery = (view: ListedView, { sort, limit, cursor, updatedSince, ...asked }: ListForm): Query => ({
  where: [...conditionsOf(view, asked), ...(updatedSince ? [{ field: UPDATED_AT, from: updatedSince }] : [])],
  sort: { field: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
  limit,
  after: decodeCursor(cursor),
});

const conditionsOf = ({ list }: ListedView, asked: Asked): readonly Condition[] => {
  const { filters, ranges = [], conditions = {} } = list;
  const now = new Date();
  return [
    ...filters.flatMap((field) =>
      asked[field] === undefined ? [] : [{ field, in: asked[field] as readonly Scalar[] }],
    ),
    ...ranges.flatMap((field) => between(field, asked[`${field}.from`] as Scalar, asked[`${field}.to`] as Scalar)),
    ...Object.entries(conditions).flatMap(([name, holding]) => (asked[name] === undefined ? [] : holding(now))),
  ];
};

const between = (field: string, from: Scalar | undefined, to: Scalar | undefined): readonly Condition[] =>
  from === undefined && to === undefined ? [] : [{ field, from, to }];

/** The fields that a query filters or sorts by and that are personal. */
export const personalIn = ({ fields }: ListedView, { where = [], sort }: Query): readonly string[] =>
  [...where.map(({ field }) => field), ...(sort ? [sort.field] : [])].filter((field) => fields[field]?.personal);
