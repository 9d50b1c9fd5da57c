import { commandFrom, Malformed } from '@annals/command-bus/forms';
import { Rejection, type EventStore, type Receipt } from '@annals/event-sourcing';
import { commandProblems, originOf } from '@annals/http';
import type { CommandInput, Executor, Invalid, Outcome } from '@annals/importing';
import type { Catalogue } from '@annals/slice';
import type { Command, CommandBus } from '@nestjs/cqrs';
import { reviewOf } from './step-review.js';

type Checked = { readonly command: Command<Receipt> } | { readonly invalid: Outcome };

/**
 * Executes commands from files and messages with the same validation, rules and bus as the API. For a dry run, `bus` and
 * `log` are those of a trial engine.
 */
export const executorOf = (
  bus: CommandBus,
  log: EventStore,
  catalogue: Pick<Catalogue, 'commands'>,
  actor: string,
): Pick<Executor, 'execute' | 'review'> => {
  const { commands } = catalogue;
  const check = ({ type, commandId, source, traceparent, body }: CommandInput): Checked => {
    const form = commands.get(type)?.command;
    if (!form?.route) {
      const { sentence } = commandProblems.problem('CommandUnknown', { type });
      return invalid([{ field: 'command', rule: 'known', message: sentence }]);
    }
    try {
      const origin = { ...originOf({ ...body, commandId, traceparent }, actor), source };
      return { command: commandFrom(body, form, origin) };
    } catch (error) {
      if (error instanceof Malformed) return invalid(error.errors);
      throw error;
    }
  };

  const carryOut = async (input: CommandInput, head: number): Promise<Outcome> => {
    const checked = check(input);
    if ('invalid' in checked) return checked.invalid;
    try {
      const { position } = await bus.execute(checked.command);
      return { status: 'done', stored: position > head };
    } catch (error) {
      if (error instanceof Rejection) return { status: 'refused', code: error.code, message: error.sentence };
      throw error;
    }
  };

  return {
    review: reviewOf(catalogue),
    execute: async (inputs) => {
      const head = await log.head();
      return Promise.all(inputs.map((input) => carryOut(input, head)));
    },
  };
};

const invalid = (errors: readonly Invalid[]): Checked => ({ invalid: { status: 'invalid', errors } });
