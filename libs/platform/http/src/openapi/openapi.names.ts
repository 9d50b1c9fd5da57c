/** Where a shape without a name of its own is used. */
export type Use = {
  /** The component or operation. */
  readonly owner: string;
  /** The fields that lead to it. */
  readonly path: readonly string[];
  readonly title?: string | undefined;
  /** Whether it is one of several: an item of a list, a value of a map or an alternative. */
  readonly isOne: boolean;
  /** The fields of an object. */
  readonly fields: readonly string[];
};

type Way = (uses: readonly Use[]) => string;

/**
 * A name for each shape: the title or the name of its field if no other shape has it, and otherwise with the name of its
 * owner before it, or all fields that lead to it, and its own fields. Throws if two shapes are still named alike.
 */
export const namesFor = (
  shapes: ReadonlyMap<string, readonly Use[]>,
  taken: ReadonlySet<string>,
  ways: readonly Way[] = [short, ...LONG_NAMES],
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  let open = [...shapes.keys()];
  for (const nameOf of ways) {
    const wanted = Map.groupBy(open, (key) => nameOf(shapes.get(key)!));
    const used = new Set([...taken, ...names.values(), ...AMBIGUOUS]);
    const settled = [...wanted].filter(([name, keys]) => keys.length === 1 && !used.has(name));
    for (const [name, [key]] of settled) names.set(key!, name);
    open = open.filter((key) => !names.has(key));
  }
  if (open.length > 0) throw new Error(`No name for the shape of ${whole(shapes.get(open[0]!)!)}.`);
  return names;
};

/** Names of types that generated code imports. */
const AMBIGUOUS = [
  ...['Boolean', 'Class', 'Date', 'Double', 'Duration', 'Error', 'Exception', 'File', 'Integer', 'List', 'Long', 'Map'],
  ...['Number', 'Object', 'Optional', 'Period', 'Record', 'Set', 'String', 'Thread', 'Type'],
];

const short = (uses: readonly Use[]) =>
  most(uses.flatMap(({ title }) => (title ? [pascal(title)] : []))) ?? most(uses.map(fieldName))!;

const owned = (uses: readonly Use[]) => first(uses.map((use) => `${pascal(use.owner)}${fieldName(use)}`));

const whole = (uses: readonly Use[]) =>
  first(uses.map(({ owner, path, fields }) => [owner, ...path, ...fields.slice(0, 1)].map(pascal).join('')));

const fielded = (uses: readonly Use[]) =>
  first(uses.map(({ owner, path, fields }) => [owner, ...path, ...fields].map(pascal).join('')));

/** Names that begin with the owner. */
export const LONG_NAMES: readonly Way[] = [owned, whole, fielded];

const fieldName = ({ path, isOne, fields }: Use): string => {
  const last = path.at(-1) ?? fields[0] ?? 'value';
  return pascal(isOne ? singular(last) : last);
};

const first = (names: readonly string[]) => names.toSorted(byLength)[0]!;

const byLength = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);

/** The most frequent one; of several, the shortest. */
const most = (names: readonly string[]): string | undefined => {
  const groups = [...Map.groupBy(names, (name) => name)];
  return groups.toSorted(([a, one], [b, other]) => other.length - one.length || byLength(a, b))[0]?.[0];
};

const pascal = (text: string) =>
  text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());

const singular = (name: string) =>
  name
    .replace(/ies$/, 'y')
    .replace(/(ss|ch)es$/, '$1')
    .replace(/([^su])s$/, '$1');
