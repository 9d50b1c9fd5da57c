import { listOf, type Reader } from '@annals/configuration';

/** The values of a setting by their names, from parts such as `sales=10,manager=30`, of which each is named once. */
export const namedValues = (part: Reader<readonly [name: string, value: string]>): Reader<NamedValues> => ({
  allowed: part.allowed,
  read: (text) => {
    const entries = listOf(part).read(text);
    const values = entries && Object.fromEntries(entries);
    return values && Object.keys(values).length === entries.length ? values : undefined;
  },
});

export type NamedValues = Readonly<Record<string, string>>;
