export const percentile = (values, share) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
};

export const median = (values) => percentile(values, 0.5);

/** Deterministic random numbers from 0 to 1 (mulberry32). */
export const chance = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

/** The duration of a call in milliseconds. */
export const timed = async (work) => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/**
 * Runs every contender once per round, in changing order, so that slow moments of the machine affect all of them. Returns
 * the results of the rounds by name.
 */
export const interleaved = async (rounds, contenders) => {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const order = Object.entries(contenders);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of order) results[name].push(await run(round));
    order.reverse();
  }
  return results;
};

/** The median of the rounds' ratios. */
export const ratioOf = (ours, theirs) => median(ours.map((value, round) => value / theirs[round]));
