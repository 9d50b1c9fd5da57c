import { withTime, type AnyCommand } from '@annals/command-bus';
import { commandFrom, Malformed } from '@annals/command-bus/forms';
import { oneByOne, Rejection, type EventStore, type OneByOne, type Receipt } from '@annals/event-sourcing';
import { commandProblems, HttpProblem, originOf } from '@annals/http';
import type { CommandInput, Executor, Invalid, Outcome } from '@annals/importing';
import type { Catalogue } from '@annals/slice';
import type { Command, CommandBus } from '@nestjs/cqrs';
import { EarlierImports, type Correlated, type OnRepeated, type Stream } from './earlier-imports.js';
import { onSurvivors } from './merged-rows.js';
import { reviewOf } from './step-review.js';

type Checked = { readonly command: AnyCommand } | { readonly invalid: Outcome };

/** Who sends the commands. */
export type Sender = {
  readonly actor: string;
  /** Throws an `HttpProblem` if the sender may not send a command; by default, an operator may send all. */
  readonly admit?: (command: AnyCommand) => Promise<void>;
  /** An error as the sender may see it. */
  readonly redact?: (error: unknown) => Promise<unknown>;
};

/** Who sends the commands, and what causes them, such as an import; else each causes itself. */
export type Caused = Sender & { readonly cause: string };

/**
 * Executes commands from files and messages with the same validation, rules and bus as the API. For a dry run, `bus` and `log` are those of a trial engine.
 */
export const executorOf = (
  bus: CommandBus,
  log: EventStore,
  catalogue: Pick<Catalogue, 'commands' | 'days' | 'rights'>,
  by: string | Caused,
  onRepeated: OnRepeated = 'ignore',
): Pick<Executor, 'execute' | 'review'> => {
  const { commands, days } = catalogue;
  const { actor, cause, admit, redact }: Sender & Partial<Caused> = typeof by === 'string' ? { actor: by } : by;
  const earlier = new EarlierImports(log, catalogue);
  const check = ({
    type,
    commandId,
    source,
    traceparent,
    correlationId,
    actor: sender = actor,
    body: sent,
  }: CommandInput & Correlated): Checked => {
    const { fields: body, time } = withTime(sent, days);
    const form = commands.get(type)?.command;
    if (!form?.route) {
      const { sentence } = commandProblems.problem('CommandUnknown', { type });
      return invalid([{ field: 'command', rule: 'known', message: sentence }]);
    }
    try {
      const claims = { ...time, reason: body['reason'], commandId, traceparent, correlationId };
      const origin = { ...originOf(claims, sender), source, ...(cause !== undefined && { causationId: cause }) };
      return { command: commandFrom(body, form, origin) };
    } catch (error) {
      if (error instanceof Malformed) return invalid(error.errors);
      throw error;
    }
  };

  const execute = async (command: AnyCommand, head: number) => {
    await admit?.(command);
    const { position } = await bus.execute<Command<Receipt>, Receipt>(command);
    return { status: 'done', stored: position > head } as const;
  };

  /** The outcome for a command whose record has been withdrawn since; `undefined` if it has been carried out again since. */
  const anew = async (input: CommandInput, own: Stream, head: number): Promise<Outcome | undefined> => {
    const repeated = earlier.anew(input, own);
    const checked = repeated && check(repeated);
    if (!checked || 'invalid' in checked) return undefined;
    const outcome = await execute(checked.command, head);
    return outcome.stored ? outcome : undefined;
  };

  /** The outcome for a command that an earlier import carried out. */
  const again = async (input: CommandInput, command: AnyCommand, head: number): Promise<Outcome> => {
    const own = await earlier.historyOf(input, command);
    return (await anew(input, own, head)) ?? (await compared(input, command, own, head));
  };

  const compared = async (input: CommandInput, command: AnyCommand, own: Stream, head: number): Promise<Outcome> => {
    const difference = await earlier.differenceOf(input, command, own);
    const update = onRepeated === 'update' ? difference?.update : undefined;
    if (!difference || !update) return { status: 'done', stored: false, ...(difference ? { differs: true } : {}) };
    const outcome = await onSurvivors(update, (each) => sent(each, head), oneByOne());
    return outcome.status === 'done' ? { ...outcome, updated: true } : outcome;
  };

  /** Without a comparison with earlier imports. */
  const sent = async (input: CommandInput & Correlated, head: number): Promise<Outcome> => {
    const checked = check(input);
    return 'invalid' in checked ? checked.invalid : execute(checked.command, head);
  };

  const comparing = async (input: CommandInput, head: number): Promise<Outcome> => {
    const checked = check(input);
    if ('invalid' in checked) return checked.invalid;
    if (input.repeated) return { status: 'done', stored: false };
    const outcome = await execute(checked.command, head);
    return outcome.stored ? outcome : again(input, checked.command, head);
  };

  const carryOut = async (input: CommandInput, head: number, inTurn: OneByOne): Promise<Outcome> => {
    const run = onRepeated === 'ignore' ? sent : comparing;
    try {
      return await onSurvivors(input, (each) => run(each, head), inTurn);
    } catch (error) {
      return refused(redact ? await redact(error) : error);
    }
  };

  return {
    review: reviewOf(catalogue),
    execute: async (inputs) => {
      const [head, inTurn] = [await log.head(), oneByOne()];
      return Promise.all(inputs.map((input) => carryOut(input, head, inTurn)));
    },
  };
};

const invalid = (errors: readonly Invalid[]): Checked => ({ invalid: { status: 'invalid', errors } });

/** The outcome for a command that is not carried out because of itself. Throws all other errors. */
const refused = (error: unknown): Outcome => {
  if (error instanceof Rejection || error instanceof HttpProblem)
    return { status: 'refused', code: error.code, message: error.sentence };
  throw error;
};
