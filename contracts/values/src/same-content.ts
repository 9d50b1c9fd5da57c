/** Whether two JSON values are equal, regardless of the order of keys and of keys without a value. */
export const sameContent = (one: unknown, other: unknown): boolean => contentOf(one) === contentOf(other);

/** The same text for equal values; empty for `undefined`. */
export const contentOf = (value: unknown): string => JSON.stringify(value, inOrder) ?? '';

/** Whether all given members are equal to the known ones; members that are left out are ignored. */
export const addsNothing = (said: object, known: object): boolean =>
  Object.entries(said).every(
    ([name, value]) => value === undefined || sameContent(value, (known as Readonly<Record<string, unknown>>)[name]),
  );

/** The same of what may be the first of its kind: nothing is known then to which it could add. */
export const addsNothingTo = (said: object, last: object | null | undefined): boolean =>
  !last || addsNothing(said, last);

const inOrder = (_: string, part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : part;
