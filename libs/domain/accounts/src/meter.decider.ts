import { UsageMetered, type MeterEvent } from '@annals/contracts-accounts';
import { sameContent } from '@annals/contracts-values';
import { ImmutableMap, type CommandOf, type Decider } from '@annals/event-sourcing';
import { customerIsKnown, expectCustomer } from './customer-is-known.js';
import { accountProblems } from './accounts.problems.js';
import type * as commands from './meter.commands.js';

const { reject } = accountProblems;

type Usage = MeterEvent['data'];

/** The usage of the periods that begin on one day. Each day has its own stream, because a meter is read for decades. */
export const meter: Decider<CommandOf<typeof commands>, ImmutableMap<Usage>, MeterEvent, boolean> = {
  stream: ({ meterId, from }) => `meter-${meterId}-${`${from}`.slice(0, 10)}`,
  subject: ({ customerId }) => customerId,
  initial: ImmutableMap.empty(),
  context: customerIsKnown,

  decide: {
    MeterUsage: (command, known, _, isRegistered) => {
      const { meterId, customerId, register = null, quantity, unit } = command;
      const [from, to] = [instant(command.from), instant(command.to)];
      const metered = UsageMetered.event({ meterId, customerId, register, from, to, quantity, unit });
      const same = known.get(periodOf(metered.data));
      expectCustomer(command, same?.customerId ?? null, isRegistered);
      if (from >= to) reject('PeriodEmpty', { from, to });
      if (!same) return [metered];
      return sameContent(metered.data, same) ? [] : reject('UsageAlreadyMetered', { meterId, register, from, to });
    },
  },

  evolve: { UsageMetered: (known, usage) => known.with(periodOf(usage), usage) },
};

const periodOf = ({ from, to, register }: Usage) => `${from} ${to} ${register ?? ''}`;

const instant = (text: string) => new Date(text).toISOString();
