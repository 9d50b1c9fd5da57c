import fc from 'fast-check';

/** SIGKILL, SIGTERM, or SIGSTOP followed by SIGCONT. */
export type How = 'kill' | 'quit' | 'freeze';

/** Times are seconds since the start of the run. A process that is killed or quits is started again after `lasts` seconds. */
export type Strike = { readonly at: number; readonly on: string; readonly how: How; readonly lasts: number };

export type Plan = {
  /** When each engine and each process is started for the first time. */
  readonly begins: Readonly<Record<string, number>>;
  /** In the order of time; those on the same one do not overlap. */
  readonly strikes: readonly Strike[];
};

export type Wanted = {
  readonly seed: number;
  readonly minutes: number;
  readonly engines: readonly string[];
  readonly processes: readonly string[];
};

/** Longer than the leases, and than the time after which a member of a consumer group counts as dead. */
const LONG = fc.integer({ min: 20, max: 45 });
const SHORT = fc.integer({ min: 0, max: 10 });

const blow = fc.record({
  pause: fc.integer({ min: 5, max: 60 }),
  how: fc.constantFrom<How>('kill', 'quit', 'freeze'),
  lasts: fc.oneof({ weight: 9, arbitrary: SHORT }, { weight: 1, arbitrary: LONG }),
});

const LATE = 'MongoDB';
const LATE_BY = 8;

/** What happens when; the same for the same arguments. */
export const planOf = ({ seed, minutes, engines, processes }: Wanted): Plan => {
  const end = minutes * 60;
  const all = [...engines, ...processes];
  const blows = fc.array(blow, { minLength: end / 5, maxLength: end / 5, size: 'max' });
  const draw = fc.record({
    begins: fc.tuple(...all.map(() => fc.integer({ min: 0, max: 12 }))),
    blows: fc.tuple(...all.map(() => blows)),
  });
  const [drawn] = fc.sample(draw, { seed, numRuns: 1 });
  const begins = all.map((name, index) => [name, drawn!.begins[index]!] as const);
  const strikes = all.flatMap((on, index) => {
    let at = 0;
    return drawn!.blows[index]!.map(({ pause, how, lasts }): Strike => {
      const strike = { at: at + pause, on, how, lasts };
      at = strike.at + lasts;
      return strike;
    });
  });
  return {
    begins: { ...Object.fromEntries(begins), [processes[0]!]: 0, [LATE]: LATE_BY },
    strikes: strikes.filter(({ at, lasts }) => at + lasts <= end).toSorted((one, other) => one.at - other.at),
  };
};

/** The plan, a line for each act. */
export const linesOf = ({ begins, strikes }: Plan): readonly string[] => [
  ...Object.entries(begins).map(([name, at]) => `start ${name} at ${at} s`),
  ...strikes.map(({ at, on, how, lasts }) => `${how} ${on} at ${at} s, for ${lasts} s`),
];
