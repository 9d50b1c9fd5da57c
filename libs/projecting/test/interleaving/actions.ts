import { closed, counted, moved, unrelated } from '@annals/testing';
import fc from 'fast-check';
import type { Installation } from './installation.js';
import { broken, smudge } from './program.js';

/** What happens to an installation. */
export type Action = { readonly name: string; readonly act: (to: Installation) => unknown };

const action = (name: string, act: Action['act']): Action => ({ name, act, toString: () => name }) as Action;

const tally = fc.constantFrom('a', 'b', 'c');
const good = fc.oneof(
  { weight: 4, arbitrary: tally.map((name) => counted(name, 2)) },
  { weight: 2, arbitrary: fc.tuple(tally, tally).map(([from, to]) => moved(from, to, 3)) },
  { weight: 1, arbitrary: tally.map(closed) },
  { weight: 1, arbitrary: fc.constant(unrelated) },
);
const anyEvent = fc.oneof(
  { weight: 14, arbitrary: good },
  { weight: 1, arbitrary: fc.constant(smudge) },
  { weight: 1, arbitrary: fc.constant(broken) },
);
const events = fc.array(anyEvent, { minLength: 1, maxLength: 8 });
const version = fc.constantFrom(1, 1, 2);
const lanes = fc.constantFrom(1, 1, 2);
const dies = fc.option(fc.nat({ max: 60 }), { nil: undefined, freq: 2 });
const engine = fc.constantFrom('log' as const, 'views' as const);

/** Another process appends to the log, through a separate connection or that of a running process. */
const append = fc
  .tuple(events, fc.nat({ max: 3 }))
  .map(([all, at]) =>
    action(`append ${all.map(({ type }) => type).join(' ')}`, ({ world, running }) =>
      world.append(world.log(running[at]?.instance ?? world), ...all),
    ),
  );
const start = fc
  .tuple(version, lanes)
  .map(([v, n]) => action(`start version ${v} with ${n} lanes`, (to) => to.running.length < 4 && to.start(v, n)));
const kill = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 40 }), fc.boolean()).map(([at, calls, applied]) => {
  const name = `kill ${at} after ${calls} calls${applied ? ', the last one applied' : ''}`;
  return action(name, ({ running }) => running[at]?.instance.dieAfter(calls, applied));
});
const stop = fc.nat({ max: 3 }).map((at) =>
  action(`stop ${at}`, (to) => {
    const program = to.running[at];
    if (program) void to.stop(program);
  }),
);
const rebuilt = fc
  .tuple(version, dies)
  .map(([v, d]) => action(`rebuild version ${v}, dies ${d}`, (to) => to.rebuild(v, d)));
const rolledBack = dies.map((d) => action(`roll back, dies ${d}`, (to) => to.rollBack(d)));
const dropped = dies.map((d) => action(`drop the previous one, dies ${d}`, (to) => to.dropPrevious(d)));
const settled = fc
  .tuple(version, fc.boolean(), dies)
  .map(([v, s, d]) => action(`${s ? 'skip' : 'retry'} in version ${v}, dies ${d}`, (to) => to.settle(v, s, d)));
const mended = fc.constant(action('mend', (to) => to.mend()));
const away = fc
  .tuple(engine, fc.constantFrom('refuses' as const, 'hangs' as const))
  .map(([e, how]) => action(`${e} ${how}`, (to) => to.breakOff(e, how)));
const back = engine.map((e) => action(`${e} is back`, ({ world }) => world.comeBack(e)));
const replaced = fc
  .tuple(fc.nat({ max: 12 }), fc.constantFrom(false, false, true), fc.option(events))
  .map(([keep, isAnother, then]) =>
    action(
      `${isAnother ? 'another log' : 'the log'} with ${keep} events, then ${then?.length ?? 0}`,
      async ({ world }) => {
        await world.replace(keep, isAnother);
        if (then) await world.append(world.log(world), ...then);
      },
    ),
  );
const steps = fc.integer({ min: 1, max: 60 }).map((n) => action(`${n} calls`, ({ world }) => world.step(n)));
const passing = fc.constantFrom(100, 1_000, 20_000, 40_000).map((ms) => action(`${ms} ms`, (to) => to.pass(ms)));
const ask = fc.constant(action('status?', (to) => to.ask()));

export const anyActions = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: steps },
    { weight: 5, arbitrary: append },
    { weight: 4, arbitrary: passing },
    { weight: 4, arbitrary: start },
    { weight: 3, arbitrary: kill },
    { weight: 2, arbitrary: rebuilt },
    { weight: 2, arbitrary: replaced },
    { weight: 1, arbitrary: stop },
    { weight: 1, arbitrary: rolledBack },
    { weight: 1, arbitrary: dropped },
    { weight: 1, arbitrary: settled },
    { weight: 1, arbitrary: mended },
    { weight: 1, arbitrary: away },
    { weight: 1, arbitrary: back },
    { weight: 1, arbitrary: ask },
  ),
  { minLength: 3, maxLength: 30, size: 'max' },
);
