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
import type { CommandOf, ContextStream, Days, Decider } from '@annals/event-sourcing';
import type * as clock from './clock.commands.js';
import { expectBorn } from './customer.birth.js';
import { requireValidCodes } from './customer.codes.js';
import { changeOf, changesTo, tookEffect } from './customer.coming.js';
import type * as commands from './customer.commands.js';
import type * as merging from './merge.commands.js';
import { identifiers } from './customer.identifiers.js';
import { mergeBegins, mergeRules } from './customer.merging.js';
import { mergesIn, mergeWarnings, mergeWith } from './customer.merges.js';
import { mergeEnds, undoMergeRules } from './customer.undo-merge.js';
import { mergeProblems } from './merge.problems.js';
import { partRules } from './customer.part-rules.js';
import { withIds } from './customer.parts.js';
import { withWithdrawals } from './customer.persons.js';
import { evolve, expectUnmerged, registered, toCome, type Customer, type Other } from './customer.state.js';
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
  | CommandOf<typeof merging>
  | CommandOf<typeof wishes>
  | CommandOf<typeof parts>
  | CommandOf<typeof clock>
  | CommandOf<typeof passing>
  | CommandOf<typeof withdrawal>;

type Merge = Extract<CustomerCommand, { readonly type: 'MergeCustomers' | 'CompleteMerge' }>;
type UndoMerge = Extract<CustomerCommand, { readonly type: 'UndoMerge' | 'CompleteUndoMerge' }>;

const isMerge = (command: CustomerCommand): command is Merge =>
  command.type === 'MergeCustomers' || command.type === 'CompleteMerge';

const isUndoMerge = (command: CustomerCommand): command is UndoMerge =>
  command.type === 'UndoMerge' || command.type === 'CompleteUndoMerge';

/** Of the other customer, for commands about two. */
const otherStream = (command: CustomerCommand, customer: Customer): string | undefined => {
  if (isMerge(command)) return customerStream(command.mergedId);
  if (command.type === 'AbandonMerge') return customerStream(command.survivorId);
  const merge = isUndoMerge(command) && customer && mergeWith(customer.merges, command.mergedId);
  return merge ? customerStream(merge.mergedId) : undefined;
};

/** `days` is the company's calendar: a change takes effect at the start of its day. */
export const customer = (days: Days): Decider<CustomerCommand, Customer, CustomerEvent, Other> => ({
  stream: ({ customerId }) => customerStream(customerId),
  subject: ({ customerId }) => customerId,
  initial: null,
  evolve,
  identifiers,
  undoing,
  warnings: mergeWarnings,
  context: { stream: otherStream, initial: null, evolve: evolve as ContextStream<never, never, Other>['evolve'] },
  preceding: (command, _, customer, other) => {
    if (isMerge(command)) return mergeBegins(command, other);
    return isUndoMerge(command) ? mergeEnds(command, customer, other) : undefined;
  },

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

    WithdrawCustomer: ({ customerId }, customer) => {
      if (!customer) return [];
      const [merge] = mergesIn(expectUnmerged(customer).merges);
      if (merge) mergeProblems.reject('HasMergedCustomers', { customerId, mergedId: merge.mergedId });
      return [CustomerWithdrawn.event({ customerId })];
    },

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
    ...mergeRules(days),
    ...undoMergeRules(days),
  },
});
