type Leaves = ReadonlyMap<string, string>;

const leavesOf = (value: unknown, path = ''): [string, string][] => {
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value) ?? 'nothing']];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, path ? `${path}.${name}` : name));
};

/** Where two documents differ, a line for each value: `phone: "1" → "2"`. */
export const differences = (before: object, after: object): readonly string[] => {
  const [old, now]: Leaves[] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  const paths = new Set([...old!.keys(), ...now!.keys()]);
  return [...paths]
    .filter((path) => old!.get(path) !== now!.get(path))
    .map((path) => `${path}: ${old!.get(path) ?? 'nothing'} → ${now!.get(path) ?? 'nothing'}`);
};
