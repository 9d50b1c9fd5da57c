import { accessProblems, seesPersonal, type Organisation, type Reach, type Rights } from '@annals/access';
import { UPDATED_AT, type Condition, type ListedView, type Query, type Scalar } from '@annals/event-sourcing';
import { decodeCursor } from '@annals/http';
import type { ListForm } from './list-form.js';
import { placesFor, reachOf } from './places.js';

/** What to ask the store, and where else the customers of the records have to be. */
export type AskedList = { readonly query: Query; readonly within: readonly Reach[] };

type Asked = Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;

/** Conditions by the parameter that asks for them. */
type Part = readonly [parameter: string, conditions: readonly Condition[]];

/**
 * What a form asks for that is checked and read by `withInstants`, at this time. What cannot be seen can be neither looked for nor put in order, where it cannot be seen.
 * Throws `HttpProblem` 400 `CursorInvalid`, 403 `PersonalDataHidden`.
 */
export const listQuery = (
  view: ListedView,
  form: ListForm,
  rights: Rights,
  organisation: Organisation,
  now = new Date(),
): AskedList => {
  const { limit, cursor, sort = firstSort(view, rights), ...rest } = form;
  const asked: Asked = rest;
  const parts = partsOf(view, asked, organisation, now);
  const order = sort.replace(/^-/, '');
  const [hidden] = [...parts, ['sort', [{ field: order }]] as const].flatMap(([parameter, conditions]) =>
    conditions.some(({ field }) => view.fields[field]?.personal) ? [parameter === 'sort' ? order : parameter] : [],
  );
  return {
    query: {
      where: [...(view.list.only ?? []), ...parts.flatMap(([, conditions]) => conditions)],
      sort: { field: order, descending: sort.startsWith('-') },
      limit,
      after: decodeCursor(cursor),
    },
    within: [
      ...placesFor(view).flatMap((place) => {
        const values = asked[place];
        return values === undefined ? [] : [reachOf(organisation, place, [values].flat().map(String))];
      }),
      ...(hidden === undefined ? [] : personalWithin(view, rights, hidden)),
    ],
  };
};

/** The first order that the caller may see. */
const firstSort = ({ fields, list: { sorts, needs } }: ListedView, rights: Rights): string =>
  sorts.find((sort) => !fields[sort.replace(/^-/, '')]!.personal || seesPersonal(rights, needs)) ?? sorts[0];

/** Where a personal field of records about customers may be looked for: only where it is seen. */
const personalWithin = ({ fields, list: { needs } }: ListedView, rights: Rights, field: string): readonly Reach[] => {
  if (seesPersonal(rights, needs)) return [];
  const reach = 'customer' in fields ? rights.reach('personal.read') : undefined;
  if (reach === undefined) throw accessProblems.problem('PersonalDataHidden', { permission: 'personal.read', field });
  return [reach];
};

const partsOf = (view: ListedView, asked: Asked, organisation: Organisation, now: Date): readonly Part[] => {
  const { filters, below = [], facets = [], search, ranges = [], conditions = {} } = view.list;
  const given = (name: string, conditionsFor: (values: readonly Scalar[]) => readonly Condition[]): readonly Part[] =>
    asked[name] === undefined ? [] : [[name, conditionsFor([asked[name]].flat())]];
  const widened = (unit: string, values: readonly Scalar[]): readonly Scalar[] =>
    (below as readonly string[]).includes(unit)
      ? [...organisation.within(unit as 'department', values.map(String))]
      : values;
  return [
    ...filters.flatMap((field) => given(field, (values) => [{ field, in: widened(field, values) }])),
    ...facets.flatMap(({ field, of, as }) =>
      Object.keys(of).flatMap((name) => given(name, (values) => [{ field, in: values.map((each) => as(name, each)) }])),
    ),
    ...ranges.map((field): Part => [
      field,
      between(field, asked[`${field}.from`] as Scalar, asked[`${field}.to`] as Scalar),
    ]),
    ...Object.entries(conditions).flatMap(([name, holding]) => given(name, () => holding(now))),
    ...(search ? given('q', ([text]) => found(search, String(text).trim())) : []),
    ...given('updatedSince', ([from]) => [{ field: UPDATED_AT, from }]),
  ];
};

const between = (field: string, from: Scalar | undefined, to: Scalar | undefined): readonly Condition[] =>
  from === undefined && to === undefined ? [] : [{ field, from, to }];

type Search = NonNullable<ListedView['list']['search']>;

const found = ({ field, words }: Search, text: string): readonly Condition[] => {
  if (text === '') return [];
  const wanted = words(text);
  // Punctuation alone is no word of anything.
  return wanted.length === 0 ? [{ field, in: [] }] : wanted.map((startsWith) => ({ field, startsWith }));
};
