import { streamOf } from '@annals/command-bus';
import type { ExecutionContext, Type } from '@nestjs/common';
import type { Caller } from './caller.js';
import { COMMAND, fieldsIn, type CommandParameter, type CommandRequest } from './from-request.js';

/** A command as it came in: its fields may not have been checked yet. `stream` is the one that it is about. */
export type AskedCommand = {
  readonly type: string;
  readonly stream: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** Who may carry out which command. Asked for each one, alone or in bulk. */
export abstract class CommandGate {
  /** Throws the problem that the caller is to be told. */
  abstract admit(caller: Caller, command: AskedCommand): Promise<void>;

  /** What the caller is to be told of an error, all of it unless told: a rule may have met what he or she must not know. */
  async told(_: Caller, error: unknown): Promise<unknown> {
    return error;
  }
}

/** For processes that nobody but their operator reaches. */
export class OpenGate extends CommandGate {
  async admit() {}
}

/** The command that a route carries out; `undefined` for a route that carries out none. */
export const askedCommand = (context: ExecutionContext): AskedCommand | undefined => {
  const { prototype } = context.getClass() as { readonly prototype: object };
  const { name } = context.getHandler();
  const parameter = Reflect.getMetadata(COMMAND, prototype, name) as CommandParameter | undefined;
  if (!parameter) return undefined;
  const types = Reflect.getMetadata('design:paramtypes', prototype, name) as readonly Type<object>[];
  return asked(types[parameter.index]!, fieldsIn(context.switchToHttp().getRequest<CommandRequest>()));
};

const asked = (type: Type<object>, fields: Readonly<Record<string, unknown>>): AskedCommand => {
  const own = Object.entries(fields).filter(([field]) => field !== 'constructor');
  const command = Object.assign(new type(), Object.fromEntries(own));
  return { type: type.name, stream: streamOf(command), fields };
};
