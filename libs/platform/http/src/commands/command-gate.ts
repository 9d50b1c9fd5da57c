import type { AnyCommand } from '@annals/command-bus';
import { streamOf } from '@annals/command-bus/handlers';
import type { Caller } from './caller.js';

/** A requested command. `stream` is its stream, `malformed` says that its fields are not valid. */
export type RequestedCommand = {
  readonly type: string;
  readonly malformed?: boolean;
  readonly stream: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Authorises every command, single or in bulk. */
export abstract class CommandGate {
  /** Throws 403 if the caller may not send commands of this type; called before validation, which would reveal its fields. */
  abstract expectRight(caller: Caller, type: string): Promise<void>;

  /** Throws the problem for the caller. */
  abstract admit(caller: Caller, command: RequestedCommand): Promise<void>;

  /** The error as the caller may see it, by default unchanged: a rule may refer to data that the caller must not see. */
  async redactFor(_: Caller, error: unknown): Promise<unknown> {
    return error;
  }
}

/** Allows everything, for programs that only their operator can use. */
export class OpenGate extends CommandGate {
  async expectRight() {}

  async admit() {}
}

/** A parsed command for the gate. */
export const requestedIn = (command: AnyCommand): RequestedCommand => ({
  type: command.type,
  stream: streamOf(command),
  fields: { ...command },
});
