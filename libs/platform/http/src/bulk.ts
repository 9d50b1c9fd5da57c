import { streamOf } from '@annals/command-bus';

/**
 * Carries out all and gives the outcomes in their order. Commands of one stream, or about one customer or user, wait for
 * each other; the others run at the same time.
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

// What a deal or a user's roles are decided on may be what the command before says about the customer or the user.
const linesOf = (command: object): readonly string[] => {
  const { customerId, userId } = command as { readonly customerId?: unknown; readonly userId?: unknown };
  const about = { customer: customerId, user: userId };
  const lines = Object.entries(about).map(([what, id]) => (id === undefined ? undefined : `${what}/${id as string}`));
  return [streamOf(command), ...lines].filter((line) => line !== undefined);
};
