/** Whether two JSON values say the same: the order of keys does not count, nor does a key without a value. */
export const sameContent = (one: unknown, other: unknown): boolean => contentOf(one) === contentOf(other);

/** The same text for values that say the same; empty for `undefined`. */
export const contentOf = (value: unknown): string => JSON.stringify(value, inOrder) ?? '';

/** Whether what is said is known already; what is left out says nothing. */
export const addsNothing = (said: object, known: object): boolean =>
  Object.entries(said).every(
    ([name, value]) => value === undefined || sameContent(value, (known as Readonly<Record<string, unknown>>)[name]),
  );

const inOrder = (_: string, part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : part;
