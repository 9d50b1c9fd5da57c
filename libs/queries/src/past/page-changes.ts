/** A field that differs. `field` is its path on the page, such as `profile.phone`; elements of lists stand by their ids. */
export type PageChange = {
  /** @example deals.openDeals[d-1].step */
  readonly field: string;
  /** `null`: nothing was there. */
  readonly before: unknown;
  /** `null`: nothing is there any more. */
  readonly after: unknown;
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Field by field. Elements of lists without ids that are unique are compared as a whole, whatever their order. */
export const changesOf = (before: unknown, after: unknown, field = ''): readonly PageChange[] => {
  if (isFields(before) && isFields(after)) return changesOfFields(before, after, field);
  if (Array.isArray(before) && Array.isArray(after)) return changesOfLists(before, after, field);
  return changesOfValues(before, after, field);
};

const changesOfValues = (before: unknown, after: unknown, field: string): readonly PageChange[] => {
  if (isSame(before, after) || (isNothing(before) && isNothing(after))) return [];
  return [{ field, before: before ?? null, after: after ?? null }];
};

const changesOfFields = (before: Fields, after: Fields, field: string) =>
  namesOf(before, after).flatMap((name) =>
    changesOf(before[name], after[name], field === '' ? name : `${field}.${name}`),
  );

const namesOf = (before: Fields, after: Fields): readonly string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];

const changesOfLists = (before: readonly unknown[], after: readonly unknown[], field: string) => {
  const [old, now] = [byId(before), byId(after)];
  if (old && now)
    return namesOf(old, now).flatMap((id) => changesOf(old[id] ?? null, now[id] ?? null, `${field}[${id}]`));
  const gone = without(before, after);
  return [
    ...gone.map((element): PageChange => ({ field, before: element, after: null })),
    ...without(after, before).map((element): PageChange => ({ field, before: null, after: element })),
  ];
};

/** `undefined` if an element has no id, or two have the same. */
const byId = (elements: readonly unknown[]): Fields | undefined => {
  const ids = elements.map(idOf);
  if (ids.includes(undefined) || new Set(ids).size < ids.length) return undefined;
  return Object.fromEntries(elements.map((element, index) => [ids[index]!, element]));
};

const ID = /(^id|Id)$/;

/** Its first field that is named as an id is the element's own. */
const idOf = (element: unknown): string | undefined => {
  if (!isFields(element)) return undefined;
  const [, id] = Object.entries(element).find(([name]) => ID.test(name)) ?? [];
  return typeof id === 'string' ? id : undefined;
};

/** Those of some elements that are more often among them than among others. */
const without = (elements: readonly unknown[], others: readonly unknown[]): readonly unknown[] => {
  const left = new Map<string, number>();
  for (const other of others.map(textOf)) left.set(other, (left.get(other) ?? 0) + 1);
  return elements.filter((element) => {
    const text = textOf(element);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
};

const textOf = (value: unknown) => JSON.stringify(value);
const isSame = (one: unknown, other: unknown) => textOf(one ?? null) === textOf(other ?? null);

/** What a page shows where there is nothing yet. */
const isNothing = (value: unknown): boolean => {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.values(value).every(isNothing);
};
