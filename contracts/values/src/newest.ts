/** Inserts entries of one time into a list, newest first, with at most `most` entries: a late one never removes newer ones. */
export const insertNewest = <T>(
  list: readonly T[],
  entries: readonly T[],
  timeOf: (entry: T) => string,
  most: number,
): readonly T[] => {
  const [first] = entries;
  if (first === undefined) return list;
  const time = timeOf(first);
  const place = list.findIndex((other) => timeOf(other) <= time);
  return list.toSpliced(place < 0 ? list.length : place, 0, ...entries).slice(0, most);
};
