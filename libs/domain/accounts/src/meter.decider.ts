import { RegisterUnitSet, UsageCorrected, UsageMetered, type MeterEvent } from '@annals/contracts-accounts';
import { customerStream, knownCustomer } from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';
import type { CommandOf, ContextStream, Decider, Of } from '@annals/event-sourcing';
import { correctedSo } from './corrected-so.js';
import { ofItsCustomer, survivorStreams } from './customer-is-known.js';
import type * as commands from './meter.commands.js';
import { meterProblems } from './meter.problems.js';
import { isTooLong, isWithinDay, MOST_DAYS, otherStreams, periodsStream, streamOf } from './meter.streams.js';
import { evolveReadings, isVoid, joined, knownOf, NO_READINGS, overlapping, unitOf } from './readings.js';
import type { Known, Readings, Usage } from './readings.js';

const { reject } = meterProblems;

type Command = CommandOf<typeof commands>;

/** The steps of what is known of the customer. */
const aboutCustomer = Object.fromEntries(
  Object.entries(knownCustomer).map(([type, step]) => [
    type,
    (readings: Readings, data: never) => ({ ...readings, customer: step(readings.customer, data) }),
  ]),
);

/** Usage that is recorded at the same moment in another stream of the meter may be missed. */
const context: ContextStream<Command, Readings, Readings> = {
  stream: (command) => [...otherStreams(usageIn(command)), customerStream(command.customerId)],
  initial: NO_READINGS,
  evolve: {
    ...evolveReadings,
    ...aboutCustomer,
  },
  join: joined,
  further: (others, command, readings) => {
    const { same } = recorded(usageIn(command), readings, others);
    const { customerId } = same?.usage ?? command;
    const ofRecord = customerId === command.customerId ? [] : [customerStream(customerId)];
    return [...new Set([...survivorStreams(others.customer), ...ofRecord])];
  },
};

/** The usage of one meter. */
export const meter: Decider<Command, Readings, MeterEvent, Readings> = {
  stream: (command) => streamOf(usageIn(command)),
  subject: ({ customerId }) => customerId,
  initial: NO_READINGS,
  context,

  decide: {
    MeterUsage: (sent, readings, _, others) => {
      const { meterId, register, from, to } = usageIn(sent);
      const { same, units, beside } = recorded(usageIn(sent), readings, others);
      const usage = usageIn(ofItsCustomer(sent, same?.usage.customerId ?? null, others.customer));
      expectPeriod(usage);
      if (same)
        return sameContent(usage, same.usage) ? [] : reject('UsageAlreadyMetered', { meterId, register, from, to });
      expectFree(usage, beside());
      expectUnit(usage, units);
      return [UsageMetered.event(usage)];
    },

    CorrectUsage: (sent, readings, _, others) => {
      const { meterId, register, from, to } = usageIn(sent);
      const { same: wrong, beside } = recorded(usageIn(sent), readings, others);
      const command = ofItsCustomer(sent, wrong?.usage.customerId ?? null, others.customer);
      const usage = usageIn(command);
      if (!wrong) return reject('UsageUnknown', { meterId, register, from, to });
      if (sameContent(usage, wrong.usage)) return correctedSo(command.reason, wrong.reason);
      const isTakenAgain = isVoid(wrong) && !isVoid({ usage, reason: command.reason });
      if (isTakenAgain) expectFree(usage, beside());
      return [UsageCorrected.event({ ...usage, reason: command.reason })];
    },
  },

  evolve: evolveReadings,

  // The unit holds for all days: that of a reading within one day becomes known to the others.
  preceding: (command, [event], readings, others) => {
    if (!event || !isWithinDay(usageIn(command))) return undefined;
    const { customerId, meterId, register, unit } = event.data;
    const known = unitOf(others, event.data);
    const isChanged = unit !== (knownOf(readings, usageIn(command))?.usage.unit ?? known);
    if (known !== undefined && (unit === known || !isChanged)) return undefined;
    return {
      stream: periodsStream({ meterId }),
      events: [RegisterUnitSet.event({ customerId, meterId, register, unit })],
    };
  },
};

/** What is recorded of the period of a usage and beside it; `units` are those of its register, the one that holds first. */
const recorded = (usage: Usage, own: Readings, others: Readings) => {
  const [days, periods] = isWithinDay(usage) ? [own, others] : [others, own];
  const newest = (known: Known | undefined) => known && (knownOf(periods, known.usage) ?? known);
  return {
    same: knownOf(periods, usage) ?? knownOf(days, usage),
    units: [unitOf(periods, usage), unitOf(days, usage)].filter((unit) => unit !== undefined),
    beside: () => {
      const ofDay = newest(present(overlapping(days, usage)));
      return overlapping(periods, usage) ?? (ofDay && !isVoid(ofDay) ? ofDay.usage : undefined);
    },
  };
};

const expectPeriod = (usage: Usage) => {
  const { from, to } = usage;
  if (from >= to) reject('PeriodEmpty', { from, to });
  if (isTooLong(usage)) reject('PeriodTooLong', { from, to, days: MOST_DAYS });
};

const expectFree = ({ meterId }: Usage, other: Usage | undefined) =>
  other && reject('PeriodsOverlap', { meterId, from: other.from, to: other.to });

const expectUnit = ({ meterId, unit }: Usage, [known = unit]: readonly string[]) =>
  known === unit || reject('UnitDiffers', { meterId, known, unit });

const present = (usage: Usage | undefined): Known | undefined => usage && { usage };

type Sent = Pick<Of<Command, 'MeterUsage'>, keyof Omit<Usage, 'register'> | 'register'>;

const usageIn = ({ meterId, customerId, register = null, from, to, quantity, unit }: Sent): Usage => ({
  ...{ customerId, meterId, register, from: instant(from), to: instant(to), quantity, unit },
});

// The stream is asked for before a command is validated.
const instant = (text: unknown) => {
  const time = Date.parse(`${text as string}`);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
};
