import {
  customerProblems,
  CustomerRegistered,
  CustomerWithdrawn,
  customerStream,
  givenProfile,
  OwnerAssigned,
  profile,
  type CustomerEvent,
} from '@annals/contracts-customers';
import { addsNothing, membersOf, sameContent, userProblems } from '@annals/contracts-values';
import type { CommandOf, Days, Decider } from '@annals/event-sourcing';
import type * as clock from './clock.commands.js';
import { expectBorn } from './customer.birth.js';
import { requireValidCodes } from './customer.codes.js';
import { changeOf, changesTo, tookEffect } from './customer.coming.js';
import type * as commands from './customer.commands.js';
import { identifiers } from './customer.identifiers.js';
import { partRules } from './customer.part-rules.js';
import { withIds } from './customer.parts.js';
import { withWithdrawals } from './customer.persons.js';
import { evolve, registered, toCome, type Customer } from './customer.state.js';
import { undoing } from './customer.undoing.js';
import { repeats, valueOf } from './customer.values.js';
import { relationRules } from './customer.relation.js';
import { wishesRules } from './customer.wishes.js';
import type * as parts from './part.commands.js';
import type * as passing from './pass.commands.js';
import type * as wishes from './wishes.commands.js';
import type * as withdrawal from './withdrawal.commands.js';

/** Commands of callers and of the clock. */
export type CustomerCommand =
  | CommandOf<typeof commands>
  | CommandOf<typeof wishes>
  | CommandOf<typeof parts>
  | CommandOf<typeof clock>
  | CommandOf<typeof passing>
  | CommandOf<typeof withdrawal>;

/** `days` is the company's calendar: a change takes effect at the start of its day. */
export const customer = (days: Days): Decider<CustomerCommand, Customer, CustomerEvent> => ({
  stream: ({ customerId }) => customerStream(customerId),
  subject: ({ customerId }) => customerId,
  initial: null,
  evolve,
  identifiers,
  undoing,

  updates: {
    RegisterCustomer: (command, customer) => {
      const { customerId } = command;
      const changes = changesTo(customerId, membersOf(givenProfile.shape, command), registered(customer, customerId));
      return changes && { type: 'ChangeData', fields: { customerId, changes } };
    },

    AssignOwner: ({ customerId, owner }, customer) => {
      const known = { ...valueOf(registered(customer, customerId).owners) };
      return addsNothing(owner, known) ? undefined : { type: 'AssignOwner', fields: { customerId, owner } };
    },
  },

  decide: {
    RegisterCustomer: (command, customer, at) => {
      const { customerId } = command;
      const given = membersOf(profile.shape, command);
      const registration = CustomerRegistered.event({ customerId, profile: withIds(customerId, given) });
      if (!customer) {
        expectBorn(registration.data.profile, days.dayOf(at));
        requireValidCodes(given);
        return [registration];
      }
      if (sameContent(registration.data.profile, customer.registeredAs)) return [];
      return customerProblems.reject('CustomerAlreadyRegistered', { customerId });
    },

    WithdrawCustomer: ({ customerId }, customer) => (customer ? [CustomerWithdrawn.event({ customerId })] : []),

    ...partRules(days),

    ChangeData: (command, customer, at) => {
      const known = registered(customer, command.customerId);
      return withWithdrawals(known, changeOf(command, known, days, at), at);
    },

    ApplyDataChange: ({ customerId, number }, customer, at) => {
      const known = registered(customer, customerId);
      const due = toCome(known).filter((change) => change.number === number);
      return withWithdrawals(known, tookEffect(known, due), at);
    },

    AssignOwner: ({ customerId, owner, occurredAt }, customer, at) => {
      const { owners } = registered(customer, customerId);
      if (repeats(owners, { occurredAt, at }, (known) => addsNothing(owner, known))) return [];
      return [OwnerAssigned.event({ customerId, owner, previous: valueOf(owners, at) })];
    },

    // Without an assigned owner it is with the user who registered it, whom the policy has found.
    PassCustomer: ({ customerId, userId, to: owner }, customer, at) => {
      const previous = valueOf(registered(customer, customerId).owners, at);
      if (previous && addsNothing(owner, previous)) return [];
      if (previous !== null && previous.id !== userId) userProblems.reject('NotResponsible', { userId });
      return [OwnerAssigned.event({ customerId, owner, previous })];
    },

    ...wishesRules,
    ...relationRules,
  },
});
