/**
 * Finds circles in a graph; `targets` has the targets of each node. Returns a function that, for an edge, returns the nodes of
 * a shortest circle through it, from its target back to its source; `undefined` if there is none.
 */
export const circlesIn = (targets) => {
  const componentOf = stronglyConnected(targets);
  return (from, to) => (componentOf.get(from) === componentOf.get(to) ? pathFrom(to, from, targets) : undefined);
};

/** Breadth first. */
const pathFrom = (start, goal, targets) => {
  const cameFrom = new Map([[start, undefined]]);
  for (const node of cameFrom.keys()) {
    if (node === goal) break;
    for (const next of targets.get(node) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, node);
  }
  const path = [];
  for (let node = goal; node !== undefined; node = cameFrom.get(node)) path.unshift(node);
  return path;
};

/** Tarjan's algorithm: two nodes have the same component if each can be reached from the other. */
const stronglyConnected = (targets) => {
  const [order, lowest, componentOf, open] = [new Map(), new Map(), new Map(), []];
  const visit = (node) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    open.push(node);
    for (const next of targets.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (!componentOf.has(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)));
    }
    if (lowest.get(node) !== order.get(node)) return;
    for (const member of open.splice(open.indexOf(node))) componentOf.set(member, node);
  };
  for (const node of targets.keys()) if (!order.has(node)) visit(node);
  return componentOf;
};
