const LONGEST = 40; // characters; longer names get no suggestion

/**
 * The known name that is closest to a misspelt one, ignoring case; `undefined` if more than a third of the characters
 * differ.
 */
export const closestTo = (written: string, names: Iterable<string>): string | undefined => {
  if (written.length > LONGEST) return undefined;
  const most = Math.floor(written.length / 3);
  const near = [...names]
    .filter((name) => name !== written && Math.abs(name.length - written.length) <= most)
    .map((name) => ({ name, distance: distanceOf(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most);
  return near.toSorted((one, other) => one.distance - other.distance)[0]?.name;
};

/** The number of insertions, deletions, replacements and swaps of neighbours between two texts. */
export const distanceOf = (one: string, other: string): number => {
  let rows: readonly (readonly number[])[] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) rows = [...rows.slice(-1), nextRow(rows, row, one, other)];
  return rows.at(-1)!.at(-1)!;
};

const nextRow = (rows: readonly (readonly number[])[], row: number, one: string, other: string): readonly number[] => {
  const above = rows.at(-1)!;
  const next = [row];
  for (let column = 1; column <= other.length; column += 1) {
    const same = one[row - 1] === other[column - 1];
    const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
    next.push(
      Math.min(
        above[column]! + 1,
        next[column - 1]! + 1,
        above[column - 1]! + (same ? 0 : 1),
        rows.length > 1 && swapped ? rows.at(-2)![column - 2]! + 1 : Infinity,
      ),
    );
  }
  return next;
};
