import type { Scalar } from '@annals/event-sourcing';

/** A path with its query; `undefined` leaves a parameter out, `null` is an empty one, a list repeats it. */
export const linkTo = (
  path: string,
  query: Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>,
): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of value === undefined ? [] : [value].flat()) search.append(name, `${one ?? ''}`);
  }
  return search.size > 0 ? `${path}?${search.toString()}` : path;
};
