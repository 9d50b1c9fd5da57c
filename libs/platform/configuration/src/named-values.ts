import { listOf, type Reader } from './reader.js';

export type NamedValues<Value = string> = Readonly<Record<string, Value>>;

/** The values of a setting by their names, from parts such as `sales=10,manager=30`, of which each is named once. */
export const namedValues = <Value>(
  part: Reader<readonly [name: string, value: Value]>,
): Reader<NamedValues<Value>> => ({
  allowed: part.allowed,
  read: (text) => {
    const entries = listOf(part).read(text);
    const values = entries && Object.fromEntries<Value>(entries);
    return values && Object.keys(values).length === entries.length ? values : undefined;
  },
});
