/** The middle of values, each with how often it is there: of an even number the mean of the two middle ones; `null` of none. */
export const medianOf = (counted: Iterable<readonly [value: number, count: number]>): number | null => {
  const sorted = [...counted].toSorted(([one], [other]) => one - other);
  const total = sorted.reduce((all, [, count]) => all + count, 0);
  if (total === 0) return null;
  const at = (place: number): number => {
    let passed = 0;
    return sorted.find(([, count]) => (passed += count) > place)![0];
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
};
