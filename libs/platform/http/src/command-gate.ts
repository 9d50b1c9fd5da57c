import { streamOf, type AnyCommand } from '@annals/command-bus';
import type { Caller } from './caller.js';

/** A command that somebody wants to be carried out. `stream` is the one that it is about. */
export type AskedCommand = {
  readonly type: string;
  readonly stream: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Who may carry out which command. Asked for each one, alone or in bulk. */
export abstract class CommandGate {
  /** Throws 403 for whoever may send no command of the type; asked before its form is checked, which would describe it. */
  abstract expectRight(caller: Caller, type: string): Promise<void>;

  /** Throws the problem that the caller is to be told. */
  abstract admit(caller: Caller, command: AskedCommand): Promise<void>;

  /** What the caller is to be told of an error, all of it unless told: a rule may have met what he or she must not know. */
  async told(_: Caller, error: unknown): Promise<unknown> {
    return error;
  }
}

/** For processes that nobody but their operator reaches. */
export class OpenGate extends CommandGate {
  async expectRight() {}

  async admit() {}
}

/** A parsed command, as the gate is asked about it. */
export const askedIn = (command: AnyCommand): AskedCommand => ({
  type: command.type,
  stream: streamOf(command),
  fields: { ...command },
});
