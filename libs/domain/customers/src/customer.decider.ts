import {
  ConsentGiven,
  ConsentWithdrawn,
  contactPreference,
  ContactPreferenceSet,
  CustomerDataChanged,
  CustomerFellSilent,
  CustomerLost,
  customerProblems,
  CustomerRegistered,
  CustomerWonBack,
  NeedRecorded,
  OwnerAssigned,
  profile,
  recordedChange,
  valueAt,
  type CustomerEvent,
} from '@annals/contracts-customers';
import { addsNothing, membersOf, sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as commands from './customer.commands.js';
import { identifiers } from './customer.identifiers.js';
import { customerFileProblems } from './customer.problems.js';
import { valueWithIds, withIds } from './customer.parts.js';
import { consentKey, evolve, type Customer } from './customer.state.js';

const { reject } = customerFileProblems;

export const customer: Decider<CommandOf<typeof commands>, Customer, CustomerEvent> = {
  stream: ({ customerId }) => `customer-${customerId}`,
  subject: ({ customerId }) => customerId,
  initial: null,
  evolve,
  identifiers,

  decide: {
    RegisterCustomer: (command, customer) => {
      const { customerId } = command;
      const given = membersOf(profile.shape, command);
      const registration = CustomerRegistered.event({ customerId, profile: withIds(customerId, given) });
      if (!customer) return [registration];
      if (sameContent(registration.data.profile, customer.registeredAs)) return [];
      return customerProblems.reject('CustomerAlreadyRegistered', { customerId });
    },

    ChangeData: ({ customerId, changes: wanted, reason, source, effectiveDate }, customer, at) => {
      const known = registered(customer, customerId);
      const { profile } = known;
      const changes = Object.entries(wanted)
        .map(([field, given]) => {
          const after = valueWithIds(customerId, field, given, known);
          return { field, before: valueAt(profile, field), after };
        })
        .filter(({ before, after }) => !sameContent(before, after));
      if (changes.some(({ field }) => field === 'kind')) reject('CustomerKindNeverChanges', { kind: profile.kind });
      if (changes.length === 0) {
        const last = known.changes.lastOf(Object.keys(wanted));
        const notes = { reason, source, effectiveDate };
        return !last || addsNothing(notes, last) ? [] : reject('DataAlreadyChanged', { customerId });
      }
      const since = effectiveDate ?? at.toISOString().slice(0, 10);
      const why = { reason: reason ?? null, source: source ?? null, effectiveDate: since };
      return [CustomerDataChanged.event({ customerId, changes: changes.map(recordedChange), ...why })];
    },

    AssignOwner: ({ customerId, owner }, customer) => {
      const { owner: previous } = registered(customer, customerId);
      return previous && addsNothing(owner, previous) ? [] : [OwnerAssigned.event({ customerId, owner, previous })];
    },

    RecordNeed: (command, customer) => {
      const recorded = NeedRecorded.event(command);
      const known = registered(customer, command.customerId).needs.get(command.needId);
      if (!known) return [recorded];
      return sameContent(recorded.data, known) ? [] : reject('NeedAlreadyRecorded', { needId: command.needId });
    },

    SetContactPreference: (command, customer) => {
      const set = ContactPreferenceSet.event({
        customerId: command.customerId,
        preference: membersOf(contactPreference.shape, command),
      });
      return sameContent(set.data.preference, registered(customer, command.customerId).preference) ? [] : [set];
    },

    GiveConsent: (command, customer) => {
      const given = ConsentGiven.event(command);
      const known = registered(customer, command.customerId).consents.get(consentKey(command));
      return sameContent(given.data, known) ? [] : [given];
    },

    // Without a consent before it, it is the customer's objection.
    WithdrawConsent: ({ customerId, channel, purpose }, customer) =>
      registered(customer, customerId).consents.get(consentKey({ channel, purpose })) === 'withdrawn'
        ? []
        : [ConsentWithdrawn.event({ customerId, channel, purpose })],

    MarkLost: ({ customerId, reason, competitor }, customer) => {
      const { loss } = registered(customer, customerId);
      if (!loss) return [CustomerLost.event({ customerId, reason, competitor })];
      return addsNothing({ reason, competitor }, loss) ? [] : reject('CustomerAlreadyLost', { customerId });
    },

    WinBack: ({ customerId, reason }, customer) => {
      const { loss, wonBack } = registered(customer, customerId);
      if (loss) return [CustomerWonBack.event({ customerId, reason })];
      return wonBack?.reason === reason ? [] : reject('CustomerNotLost', { customerId });
    },

    NoteSilence: ({ customerId, lastActivityAt, silentDays }, customer) => {
      const { loss, silence } = registered(customer, customerId);
      const isNew = silence?.lastActivityAt !== lastActivityAt;
      if (isNew) return loss ? [] : [CustomerFellSilent.event({ customerId, lastActivityAt, silentDays })];
      return silence.silentDays === silentDays ? [] : reject('SilenceAlreadyNoted', { customerId, lastActivityAt });
    },
  },
};

const registered = (customer: Customer, customerId: string) =>
  customer ?? customerProblems.reject('CustomerNotRegistered', { customerId });
