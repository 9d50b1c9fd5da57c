import { Rejection, type EventStore, type Origin, type Receipt } from '@annals/event-sourcing';
import { FormPipe, originOf, ValidationFailed } from '@annals/http';
import type { CommandInput, Executor, Invalid, Outcome } from '@annals/importing';
import type { Command, CommandBus } from '@nestjs/cqrs';
import { commands } from './commands.js';

const form = new FormPipe();

type Checked = { readonly command: Command<Receipt> } | { readonly invalid: Outcome };

/** Carries out commands from files and messages as the API would: the same forms, the same rules, the same bus. */
export const executorOf = (bus: CommandBus, log: EventStore, actor: string): Executor => {
  const carryOut = async (input: CommandInput, head: number): Promise<Outcome> => {
    const checked = await check(input, actor);
    if ('invalid' in checked) return checked.invalid;
    try {
      const { position } = await bus.execute(checked.command);
      return { status: 'done', stored: position > head };
    } catch (error) {
      if (error instanceof Rejection) return { status: 'refused', code: error.code, details: error.details };
      throw error;
    }
  };

  return {
    check: (inputs) =>
      Promise.all(
        inputs.map(async (input) => {
          const checked = await check(input, actor);
          return 'invalid' in checked ? checked.invalid : { status: 'done', stored: false };
        }),
      ),
    execute: async (inputs) => {
      const head = await log.head();
      return Promise.all(inputs.map((input) => carryOut(input, head)));
    },
  };
};

const check = async ({ type, commandId, source, traceparent, body }: CommandInput, actor: string): Promise<Checked> => {
  const metatype = Object.hasOwn(commands, type) ? commands[type] : undefined;
  if (!metatype) return invalid([{ field: 'command', rule: 'known', message: `there is no command "${type}"` }]);
  const origin: Origin = { ...originOf({ ...body, commandId, traceparent }, actor), source };
  try {
    return { command: (await form.transform({ ...body, origin }, { type: 'body', metatype })) as Command<Receipt> };
  } catch (error) {
    if (error instanceof ValidationFailed)
      return invalid(error.errors.map((each) => ({ ...each, message: each.message.en })));
    throw error;
  }
};

const invalid = (errors: readonly Invalid[]): Checked => ({ invalid: { status: 'invalid', errors } });
