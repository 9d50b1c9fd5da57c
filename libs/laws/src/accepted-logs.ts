import { Rejection, type RecordedEvent } from '@annals/event-sourcing';
import type { Aggregate } from '@annals/slice';
import fc from 'fast-check';
import { DecidedLog, type Given } from './decided-log.js';
import { anyCommandOf, CommandReader, eachCommandOf, type Drawn } from './drawn-command.js';

const HOUR = 3_600_000; // ms

type Drawing = {
  readonly logs: number;
  /** Of each log; many are refused. */
  readonly commands: number;
  readonly customerId: string;
  /** Commands of which two thirds of all are; fields that are not given are random, too. */
  readonly often: readonly Pick<Drawn, 'type' | 'input'>[];
};

const UNDOING = ['WithdrawCustomer', 'WithdrawDeal']; // an undo of an import asks first what needs the record
const BEGIN = Date.UTC(2026, 0, 5);

/**
 * Logs of random commands about one customer, as the rules accept them: one each hour, of which every third one says that it
 * occurred up to two days before.
 */
export const acceptedLogs = (
  aggregates: readonly Aggregate[],
  { logs, commands, customerId, often }: Drawing,
): readonly (readonly RecordedEvent[])[] => {
  const classes = aggregates.flatMap((aggregate) => aggregate.commands).filter(({ type }) => !UNDOING.includes(type));
  const reader = new CommandReader(aggregates);
  const beginnings = eachCommandOf(classes.filter(({ route }) => route?.creates !== undefined));
  const anyOften = fc.oneof(
    ...often.map(({ type, input }) =>
      anyCommandOf(classes.filter((each) => each.type === type)).map((drawn) => ({
        ...drawn,
        input: { ...drawn.input, ...input },
      })),
    ),
  );
  const any = fc.oneof(anyCommandOf(classes), { arbitrary: anyOften, weight: 2 });
  const some = fc.array(any, { minLength: commands, maxLength: commands });
  const created = new Map(classes.map(({ type, route }) => [type, route?.creates]));

  const fieldsOf = ({ type, input: { occurredAt: _, ...input } }: Drawn, index: number, late?: Date) => ({
    ...input,
    ...(index % 2 === 1 && created.get(type) !== undefined && { [created.get(type)!]: `r-${index}` }),
    ...('customerId' in input && { customerId }),
    ...(late && { occurredAt: late.toISOString() }),
  });

  return fc.sample(fc.tuple(beginnings, some), logs).map((drawn) => {
    const log = new DecidedLog();
    drawn.flat().forEach((each, index) => {
      const now = BEGIN + index * HOUR;
      const late = index % 3 === 2 ? new Date(now - ((index * 37) % 48) * HOUR) : undefined;
      const fitted = reader.fitted(each, log.events);
      const given = reader.read({ ...fitted, input: fieldsOf(fitted, index, late) });
      if (given) send(given, log, { at: late ?? new Date(now), now: new Date(now) });
    });
    return log.events;
  });
};

const send = (given: Given, log: DecidedLog, { at, now }: { readonly at: Date; readonly now: Date }) => {
  const events = log.outcomeOf(given, at);
  if (!(events instanceof Rejection) && events.length > 0) log.record(given, events, at, now);
};
