/** Inserts one into a list, newest first, with at most `most` entries: a late one never removes newer ones. */
export const insertNewest = <T>(list: readonly T[], one: T, timeOf: (one: T) => string, most: number): readonly T[] => {
  const time = timeOf(one);
  const place = list.findIndex((other) => timeOf(other) <= time);
  return list.toSpliced(place < 0 ? list.length : place, 0, one).slice(0, most);
};
