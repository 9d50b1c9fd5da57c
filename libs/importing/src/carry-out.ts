import type { CommandInput, Executor, Outcome } from './command.js';
import { IN_FLIGHT, Window } from './window.js';

/** A command in its place, and what it must not overtake: commands that share a lane are carried out one after another. */
export type Ordered = { readonly command: CommandInput; readonly lanes: readonly string[] };

/** A command that was not carried out. */
export type Failed = {
  readonly command: CommandInput;
  readonly outcome: Exclude<Outcome, { readonly status: 'done' }>;
};

type Options = {
  readonly execute: Executor['execute'];
  /** Maximum number of commands of one call; by default 256. */
  readonly inFlight?: number;
  /** Called after each call with the number of commands that are done. */
  readonly progress?: (done: number) => void;
};

/** Carries out commands of a program in their order, as many as possible at once, and returns those that were not carried out. */
export const carryOut = async (commands: readonly Ordered[], options: Options): Promise<readonly Failed[]> => {
  const { execute, inFlight = IN_FLIGHT, progress } = options;
  const window = new Window<Work>(inFlight);
  const failed: Failed[] = [];
  let done = 0;
  const turn = async () => {
    const ready = window.ready(() => false);
    const outcomes = await execute(ready.map(({ commands: [ordered] }) => ordered.command));
    ready.forEach((work, index) => {
      const [{ command }, outcome] = [work.commands[0], outcomes[index]!];
      work.next = 1;
      if (outcome.status !== 'done') failed.push({ command, outcome });
    });
    window.retire();
    progress?.((done += ready.length));
  };
  for (const ordered of commands) {
    window.admit({ commands: [ordered], next: 0 });
    while (window.full) await turn();
  }
  while (!window.empty) await turn();
  return failed;
};

type Work = { readonly commands: readonly [Ordered]; next: number };
