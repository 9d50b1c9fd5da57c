/** A list with one more in its place, the newest first and at most so many: what is told late does not push new ones out. */
export const among = <T>(list: readonly T[], one: T, timeOf: (one: T) => string, most: number): readonly T[] => {
  const time = timeOf(one);
  const place = list.findIndex((other) => timeOf(other) <= time);
  return list.toSpliced(place < 0 ? list.length : place, 0, one).slice(0, most);
};
