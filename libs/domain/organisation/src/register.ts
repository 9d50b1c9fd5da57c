/**
 * What is known by key: a link for each fact, the newest first. One stream holds the facts of all units, or of all
 * users, and folding it would copy a map as often as it has events.
 */
export type Register<Value> = {
  readonly key: string;
  readonly value: Value;
  readonly earlier: Register<Value>;
} | null;

export const note = <Value>(earlier: Register<Value>, key: string, value: Value): Register<Value> => ({
  ...{ key, value, earlier },
});

/** The newest value of a key. */
export const find = <Value>(register: Register<Value>, key: string): Value | undefined => {
  let at = register;
  while (at && at.key !== key) at = at.earlier;
  return at?.value;
};

/** The newest value of every key, in no order. */
export const newest = <Value>(register: Register<Value>): ReadonlyMap<string, Value> => {
  const values = new Map<string, Value>();
  for (let at = register; at; at = at.earlier) if (!values.has(at.key)) values.set(at.key, at.value);
  return values;
};
