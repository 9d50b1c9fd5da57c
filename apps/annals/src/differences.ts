/** A page as lines: unique key → label and text. */
export type Lines = ReadonlyMap<string, readonly [label: string, text: string]>;

/** One line per difference, removed lines first: `phone: 1 → none`, `phone: 1 → 2`, `phone: 1` for a new one. */
export const differences = (before: Lines, after: Lines): readonly string[] => {
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, [label, text]]) => `${label}: ${text} → none`);
  const changed = [...after].flatMap(([key, [label, text]]) => {
    const old = before.get(key)?.[1];
    if (old === text) return [];
    return [`${label}: ${old === undefined ? text : `${old} → ${text}`}`];
  });
  return [...gone, ...changed];
};
