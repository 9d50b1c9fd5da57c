/** A node of a balanced tree, as Arne Andersson described it: `level` is its height, counted without level right links. */
type Node<Value> = {
  readonly key: string;
  readonly value: Value;
  readonly level: number;
  readonly low: Tree<Value>;
  readonly high: Tree<Value>;
};
type Tree<Value> = Node<Value> | null;

/**
 * Values by key, for the states of rules. A changed map shares all but a few nodes with the one before, so that a fold
 * over n events takes n · log n steps; to copy an array or an object with each event takes n². Iterates by key, in order.
 */
export class ImmutableMap<Value> implements Iterable<readonly [key: string, value: Value]> {
  private constructor(private readonly root: Tree<Value>) {}

  static empty<Value>(): ImmutableMap<Value> {
    return new ImmutableMap<Value>(null);
  }

  get(key: string): Value | undefined {
    let at = this.root;
    while (at && at.key !== key) at = key < at.key ? at.low : at.high;
    return at?.value;
  }

  /** Also in the place of what the key had. */
  with(key: string, value: Value): ImmutableMap<Value> {
    return new ImmutableMap(put(this.root, key, value));
  }

  /** The entries whose keys are not before `from` and not after `to`, in order; takes no steps for the others. */
  between(from: string, to: string): readonly (readonly [key: string, value: Value])[] {
    return Array.from(inOrder(this.root, from, to));
  }

  /** The last entry whose key is before this one, in log n steps. */
  before(key: string): readonly [key: string, value: Value] | undefined {
    let [at, last] = [this.root, null as Tree<Value>];
    while (at) [at, last] = at.key < key ? [at.high, at] : [at.low, last];
    return last ? [last.key, last.value] : undefined;
  }

  /** The first entry whose key is after this one, in log n steps. */
  after(key: string): readonly [key: string, value: Value] | undefined {
    let [at, first] = [this.root, null as Tree<Value>];
    while (at) [at, first] = at.key > key ? [at.low, at] : [at.high, first];
    return first ? [first.key, first.value] : undefined;
  }

  /** Also with the entries of another map, which are put one by one; of a key that both have, that of the other. */
  withAll(others: ImmutableMap<Value>): ImmutableMap<Value> {
    if (!this.root) return others;
    return new ImmutableMap(
      Array.from(others).reduce<Tree<Value>>((root, [key, value]) => put(root, key, value), this.root),
    );
  }

  values(): readonly Value[] {
    return Array.from(this, ([, value]) => value);
  }

  [Symbol.iterator](): Iterator<readonly [string, Value]> {
    return inOrder(this.root);
  }
}

const put = <Value>(node: Tree<Value>, key: string, value: Value): Node<Value> => {
  if (!node) return { key, value, level: 1, low: null, high: null };
  if (key === node.key) return { ...node, value };
  const grown =
    key < node.key ? { ...node, low: put(node.low, key, value) } : { ...node, high: put(node.high, key, value) };
  return split(skewed(grown));
};

/** No left child is on the level of its parent. */
const skewed = <Value>(node: Node<Value>): Node<Value> => {
  const { low } = node;
  return low?.level === node.level ? { ...low, high: { ...node, low: low.high } } : node;
};

/** At most two nodes on the right are on one level. */
const split = <Value>(node: Node<Value>): Node<Value> => {
  const { high } = node;
  return high?.high?.level === node.level ? { ...high, level: high.level + 1, low: { ...node, high: high.low } } : node;
};

function* inOrder<Value>(node: Tree<Value>, from = '', to?: string): Generator<readonly [string, Value]> {
  if (!node) return;
  const [isAfter, isBefore] = [node.key >= from, to === undefined || node.key <= to];
  if (isAfter) yield* inOrder(node.low, from, to);
  if (isAfter && isBefore) yield [node.key, node.value];
  if (isBefore) yield* inOrder(node.high, from, to);
}
