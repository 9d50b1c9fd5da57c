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
