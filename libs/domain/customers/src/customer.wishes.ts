import {
  ConsentExpired,
  ConsentGiven,
  ConsentWithdrawn,
  contactPreference,
  ContactPreferenceSet,
  customerProblems,
  NeedClosed,
  NeedEnded,
  NeedRecorded,
  personIdOf,
  type ContactPreference,
  type CustomerEvent,
  type CustomerProfile,
} from '@annals/contracts-customers';
import { expectingAfter, membersOf, sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as clock from './clock.commands.js';
import { isRunning, repeatsWord } from './customer.consents.js';
import { customerFileProblems } from './customer.problems.js';
import { registered, type Customer } from './customer.state.js';
import { repeats } from './customer.values.js';
import type * as commands from './wishes.commands.js';

const { reject } = customerFileProblems;

const expectAfter = expectingAfter((details) => reject('NeedOccurredTooEarly', details));

type Command = CommandOf<typeof commands> | CommandOf<Pick<typeof clock, 'EndNeed' | 'ExpireConsent'>>;

/** The rules of needs, preferences and consents. */
export const wishesRules: Decider<Command, Customer, CustomerEvent>['decide'] = {
  RecordNeed: (command, customer) => {
    const recorded = NeedRecorded.event(command);
    const known = registered(customer, command.customerId).needs.get(command.needId);
    if (!known) return [recorded];
    return sameContent(recorded.data, known.need) ? [] : reject('NeedAlreadyRecorded', { needId: command.needId });
  },

  EndNeed: ({ customerId, needId }, customer) => {
    const { needs, endedNeeds, closedNeeds } = registered(customer, customerId);
    const until = needs.get(needId)?.need.until;
    const isRunning = until !== undefined && !endedNeeds.get(needId) && !closedNeeds.get(needId);
    return isRunning ? [NeedEnded.event({ customerId, needId, until })] : [];
  },

  CloseNeed: (command, customer, at) => {
    const { customerId, needId, outcome, reason } = command;
    const { needs, closedNeeds } = registered(customer, customerId);
    const { since } = needs.get(needId) ?? reject('NeedUnknown', { needId });
    expectAfter(command, at, { by: 'need', at: since });
    const closed = NeedClosed.event({ customerId, needId, outcome, reason });
    const known = closedNeeds.get(needId);
    if (!known) return [closed];
    return sameContent(closed.data, known) ? [] : reject('NeedAlreadyClosed', { needId });
  },

  SetContactPreference: (command, customer, at) => {
    const set = ContactPreferenceSet.event({
      customerId: command.customerId,
      preference: membersOf(contactPreference.shape, command),
    });
    const { preferences } = registered(customer, command.customerId);
    const { occurredAt } = command;
    const isSame = (known: ContactPreference) => sameContent(set.data.preference, known);
    return repeats(preferences, { occurredAt, at }, isSame) ? [] : [set];
  },

  GiveConsent: (command, customer, at) => {
    const { words, profile } = registered(customer, command.customerId);
    const given = ConsentGiven.event({ ...command, ...personIn(profile, command) });
    const { occurredAt } = command;
    return repeatsWord(words, given.data, { occurredAt, at }, (word) => sameContent(given.data, word)) ? [] : [given];
  },

  // Without an earlier consent it is an objection.
  WithdrawConsent: (command, customer, at) => {
    const { words, profile } = registered(customer, command.customerId);
    const withdrawn = ConsentWithdrawn.event({ ...command, ...personIn(profile, command) });
    const { occurredAt } = command;
    return repeatsWord(words, withdrawn.data, { occurredAt, at }, (word) => word === 'withdrawn') ? [] : [withdrawn];
  },

  ExpireConsent: (command, customer) => {
    const expired = ConsentExpired.event(command);
    return isRunning(registered(customer, command.customerId).words, expired.data) ? [expired] : [];
  },
};

type OfPerson = { readonly customerId: string; readonly personId?: string | undefined };

/** The whole id of a contact person whom a command names. */
const personIn = (
  { contactPersons = [] }: Pick<CustomerProfile, 'contactPersons'>,
  { customerId, personId }: OfPerson,
) => {
  if (personId === undefined) return {};
  const whole = personIdOf(customerId, personId);
  const isKnown = contactPersons.some((person) => person.personId === whole);
  return isKnown ? { personId: whole } : customerProblems.reject('ContactPersonUnknown', { personId: whole });
};
