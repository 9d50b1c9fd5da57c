import { streamOf } from '@annals/command-bus/handlers';
import { setImmediate as turn } from 'node:timers/promises';

const SHARE = 10; // ms

/** `map` of an array that lets other requests go on after each share of time. */
export const inTurns = async <T, U>(items: readonly T[], map: (item: T, index: number) => U): Promise<readonly U[]> => {
  const mapped: U[] = [];
  let since = performance.now();
  for (const [index, item] of items.entries()) {
    mapped.push(map(item, index));
    if (performance.now() - since < SHARE) continue;
    await turn();
    since = performance.now();
  }
  return mapped;
};

/**
 * Carries out all commands and returns the outcomes in their order. Commands of one stream, or about one customer or user,
 * run one after another; the others run concurrently.
 */
export const inOrderOfStreams = <C extends object, T>(
  commands: readonly C[],
  carryOut: (command: C) => Promise<T>,
): Promise<readonly T[]> => {
  const last = new Map<string, Promise<unknown>>();
  return Promise.all(
    commands.map((command) => {
      const lines = linesOf(command);
      const done = Promise.all(lines.map((line) => last.get(line) ?? Promise.resolve())).then(() => carryOut(command));
      for (const line of lines)
        last.set(
          line,
          done.catch(() => undefined),
        );
      return done;
    }),
  );
};

// Decisions about a deal or the roles of a user may depend on an earlier command about the customer or the user.
const linesOf = (command: object): readonly string[] => {
  const { customerId, userId } = command as { readonly customerId?: unknown; readonly userId?: unknown };
  const about = { customer: customerId, user: userId };
  const lines = Object.entries(about).map(([what, id]) => (id === undefined ? undefined : `${what}/${id as string}`));
  return [streamOf(command), ...lines].filter((line) => line !== undefined);
};
