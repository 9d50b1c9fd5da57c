/** What is known, line by line: each has a key of its own, a label and a text. */
export type Lines = ReadonlyMap<string, readonly [label: string, text: string]>;

/** What is different, a line for each: `phone: 1 → 2`, `phone: 1` for what is new, `phone: 1 → none` for what is gone. */
export const differences = (before: Lines, after: Lines): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [label] = after.get(key) ?? before.get(key)!;
    const [old, now] = [before.get(key)?.[1], after.get(key)?.[1]];
    if (old === now) return [];
    return [`${label}: ${old === undefined ? now : `${old} → ${now ?? 'none'}`}`];
  });
