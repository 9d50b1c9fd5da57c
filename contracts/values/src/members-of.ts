import { sameContent } from './same-content.js';

/** The members of an object that a shape names, such as the profile in a command that registers a customer. */
export const membersOf = <From extends object, Name extends string>(
  shape: Readonly<Record<Name, unknown>>,
  from: From,
): Pick<From, Name & keyof From> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => Object.hasOwn(shape, name))) as Pick<
    From,
    Name & keyof From
  >;

/** The members of these names, also those without a value. */
export const pick = <From extends object>(from: From, names: readonly (keyof From)[]): Partial<From> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<From>;

/** The same members, without those that have no value: what a command says of an entry. */
export const saidOf = <From extends object, Name extends string>(
  shape: Readonly<Record<Name, unknown>>,
  from: From,
): Partial<Pick<From, Name & keyof From>> => {
  const members = Object.entries(membersOf(shape, from)).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as Partial<Pick<From, Name & keyof From>>;
};

type Said<Entry> = { readonly [Name in keyof Entry]?: Entry[Name] | undefined };

/** What is said and differs from what is known, before and after; `undefined` if nothing does. */
export const changeOf = <Entry extends object>(known: Entry, said: Said<Entry>) => {
  const names = (Object.keys(said) as (keyof Entry)[]).filter((name) => !sameContent(known[name], said[name]));
  return names.length === 0 ? undefined : { before: pick(known, names), after: pick<Said<Entry>>(said, names) };
};
