/** An address with another value of a parameter; without one, it is left out. */
export const withParam = (before: URLSearchParams, name: string, value: string | undefined): URLSearchParams => {
  const next = new URLSearchParams(before);
  if (value === undefined) next.delete(name);
  else next.set(name, value);
  return next;
};
