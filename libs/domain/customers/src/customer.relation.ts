import { CustomerFellSilent, CustomerLost, CustomerWonBack, type CustomerEvent } from '@annals/contracts-customers';
import { addsNothing } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as clock from './clock.commands.js';
import type * as commands from './customer.commands.js';
import { customerFileProblems } from './customer.problems.js';
import { registered, type Customer, type Registered } from './customer.state.js';
import { valueOf } from './customer.values.js';

const { reject } = customerFileProblems;

type Command = CommandOf<
  Pick<typeof commands, 'MarkLost' | 'WinBack'> & Pick<typeof clock, 'NoteSilence' | 'NoteReturn'>
>;

/** Whether a customer was lost, and why, at a moment; without it, now. */
const relationOf = ({ relations }: Registered, at?: Date) => {
  const known = valueOf(relations, at) ?? {};
  return { loss: 'loss' in known ? known.loss : null, wonBack: 'wonBack' in known ? known.wonBack : null };
};

/** The rules of losing customers and winning them back, by when it occurred. */
export const relationRules: Decider<Command, Customer, CustomerEvent>['decide'] = {
  MarkLost: ({ customerId, reason, competitor }, customer, at) => {
    const { loss } = relationOf(registered(customer, customerId), at);
    if (!loss) return [CustomerLost.event({ customerId, reason, competitor })];
    return addsNothing({ reason, competitor }, loss) ? [] : reject('CustomerAlreadyLost', { customerId });
  },

  WinBack: ({ customerId, reason }, customer, at) => {
    const { loss, wonBack } = relationOf(registered(customer, customerId), at);
    if (loss) return [CustomerWonBack.event({ customerId, reason })];
    return wonBack === reason ? [] : reject('CustomerNotLost', { customerId });
  },

  NoteReturn: ({ customerId }, customer, at) => {
    const { loss } = relationOf(registered(customer, customerId), at);
    return loss ? [CustomerWonBack.event({ customerId, reason: RETURNED })] : [];
  },

  NoteSilence: ({ customerId, lastActivityAt, silentDays }, customer) => {
    const known = registered(customer, customerId);
    const isNew = known.silence?.lastActivityAt !== lastActivityAt;
    if (isNew)
      return relationOf(known).loss ? [] : [CustomerFellSilent.event({ customerId, lastActivityAt, silentDays })];
    return known.silence.silentDays === silentDays ? [] : reject('SilenceAlreadyNoted', { customerId, lastActivityAt });
  },
};

const RETURNED = 'The customer did business again.';
