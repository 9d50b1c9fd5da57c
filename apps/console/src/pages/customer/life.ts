/** The share of a span at which a moment lies, from 0 to 1. */
export const shareOf = (at: number, from: number, to: number): number =>
  to <= from ? 1 : Math.min(1, Math.max(0, (at - from) / (to - from)));

/** How many moments lie in each of as many equal parts of a span. */
export const densityOf = (moments: readonly number[], from: number, to: number, parts: number): readonly number[] => {
  const counts = Array.from({ length: parts }, () => 0);
  for (const at of moments) {
    const part = Math.min(parts - 1, Math.floor(shareOf(at, from, to) * parts));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
};

export type Change = { readonly to: string; readonly since: string };
export type Segment = { readonly state: string; readonly from: number; readonly to: number; readonly index: number };

/** The states that a customer was in, one after the other, until `end`. */
export const segmentsOf = (changes: readonly Change[], begin: number, end: number): readonly Segment[] => {
  const known = changes
    .map(({ to: state, since }, index) => ({ state, index, from: Math.max(begin, Date.parse(since)) }))
    .toSorted((one, other) => one.from - other.from);
  return known
    .map((segment, place) => ({ ...segment, to: known[place + 1]?.from ?? end }))
    .filter(({ from, to }) => to > from);
};

/** The first days of months or years that mark a span: at most `most`. */
export const marksOf = (from: number, to: number, most: number): readonly number[] => {
  const months = [1, 3, 6, 12, 24, 60, 120].find((step) => (to - from) / (step * 30.44 * 86_400_000) <= most) ?? 240;
  const first = new Date(from);
  const marks: number[] = [];
  for (let month = 0; ; month += 1) {
    const at = new Date(first.getFullYear(), first.getMonth() + 1 + month, 1);
    if (at.getTime() >= to) return marks;
    if ((at.getFullYear() * 12 + at.getMonth()) % months === 0) marks.push(at.getTime());
  }
};

/** The moment of the event before or after another one; `undefined` at the end. */
export const neighbour = (moments: readonly number[], at: number, step: 1 | -1): number | undefined =>
  step === 1
    ? moments.filter((each) => each > at).toSorted((one, other) => one - other)[0]
    : moments.filter((each) => each < at).toSorted((one, other) => other - one)[0];
