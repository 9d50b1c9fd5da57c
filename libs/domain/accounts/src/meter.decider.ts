import { UsageCorrected, UsageMetered, type MeterEvent } from '@annals/contracts-accounts';
import { sameContent } from '@annals/contracts-values';
import { ImmutableMap, type CommandOf, type Decider, type Of } from '@annals/event-sourcing';
import { correctedSo } from './corrected-so.js';
import { customerIsKnown, expectCustomer } from './customer-is-known.js';
import type * as commands from './meter.commands.js';
import { meterProblems } from './meter.problems.js';

const { reject } = meterProblems;

type Usage = Of<MeterEvent, 'UsageMetered'>['data'];

/** `reason` is why the usage was corrected last. */
type Known = { readonly usage: Usage; readonly reason?: string };

/** The usage of the periods that begin on one day. Each day has its own stream, because a meter is read for decades. */
export const meter: Decider<CommandOf<typeof commands>, ImmutableMap<Known>, MeterEvent, boolean> = {
  stream: ({ meterId, from }) => `meter-${meterId}-${`${from}`.slice(0, 10)}`,
  subject: ({ customerId }) => customerId,
  initial: ImmutableMap.empty(),
  context: customerIsKnown,

  decide: {
    MeterUsage: (command, known, _, isRegistered) => {
      const usage = usageIn(command);
      const { meterId, register, from, to } = usage;
      const same = known.get(periodOf(usage))?.usage;
      expectCustomer(command, same?.customerId ?? null, isRegistered);
      if (from >= to) reject('PeriodEmpty', { from, to });
      if (same) return sameContent(usage, same) ? [] : reject('UsageAlreadyMetered', { meterId, register, from, to });
      for (const other of known
        .values()
        .map((each) => each.usage)
        .filter(isOfRegister(usage)))
        expectBeside(usage, other);
      return [UsageMetered.event(usage)];
    },

    CorrectUsage: (command, known, _, isRegistered) => {
      const usage = usageIn(command);
      const { meterId, register, from, to } = usage;
      const wrong = known.get(periodOf(usage));
      expectCustomer(command, wrong?.usage.customerId ?? null, isRegistered);
      if (!wrong) return reject('UsageUnknown', { meterId, register, from, to });
      if (sameContent(usage, wrong.usage)) return correctedSo(command.reason, wrong.reason);
      return [UsageCorrected.event({ ...usage, reason: command.reason })];
    },
  },

  evolve: {
    UsageMetered: (known, usage) => known.with(periodOf(usage), { usage }),
    UsageCorrected: (known, { reason, ...usage }) => known.with(periodOf(usage), { usage, reason }),
  },
};

type Sent = Pick<Of<CommandOf<typeof commands>, 'MeterUsage'>, keyof Omit<Usage, 'register'> | 'register'>;

const usageIn = ({ meterId, customerId, register = null, from, to, quantity, unit }: Sent): Usage => ({
  ...{ customerId, meterId, register, from: instant(from), to: instant(to), quantity, unit },
});

const isOfRegister =
  ({ register, customerId }: Usage) =>
  (other: Usage) =>
    other.register === register && other.customerId === customerId && !isVoid(other);

/** A period whose quantity was corrected to nothing leaves its place to another. */
const isVoid = ({ quantity }: Usage) => /^0+(\.0+)?$/.test(quantity);

const expectBeside = ({ from, to, unit, meterId }: Usage, other: Usage) => {
  if (from < other.to && other.from < to) reject('PeriodsOverlap', { meterId, from: other.from, to: other.to });
  if (unit !== other.unit) reject('UnitDiffers', { meterId, known: other.unit, unit });
};

const periodOf = ({ from, to, register }: Usage) => `${from} ${to} ${register ?? ''}`;

const instant = (text: string) => new Date(text).toISOString();
