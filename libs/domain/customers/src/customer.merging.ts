import {
  byPath,
  CustomerDataChanged,
  customerProblems,
  customerStream,
  CustomersMerged,
  MergeAbandoned,
  MergeBegun,
  OWNER,
  OwnerAssigned,
  recordedChange,
  valueAt,
  type CustomerEvent,
  type FieldChange,
  type JsonValue,
} from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';
import type { CommandOf, Days, Decider, Preceding } from '@annals/event-sourcing';
import { identifiers } from './customer.identifiers.js';
import { personsOfBoth } from './customer.merged-persons.js';
import { needsCarried, wishesOfBoth } from './customer.merged-wishes.js';
import { mergesIn, type Merge as Known } from './customer.merges.js';
import { expectUnmerged, registered, type Customer, type Other, type Registered } from './customer.state.js';
import { valueOf } from './customer.values.js';
import type * as commands from './merge.commands.js';
import { mergeProblems } from './merge.problems.js';

const { reject } = mergeProblems;

type Command = CommandOf<Pick<typeof commands, 'MergeCustomers' | 'CompleteMerge' | 'AbandonMerge'>>;
type Merge = Extract<Command, { readonly mergedId: string }>;
type Rules = Decider<Command, Customer, CustomerEvent, Other>['decide'];

/** The rules of merging; the context is the other customer. */
export const mergeRules = (days: Days): Rules => {
  const merge = (command: Merge, customer: Customer, at: Date, other: Other): readonly CustomerEvent[] => {
    const { customerId, mergedId } = command;
    if (customerId === mergedId) reject('MergedWithItself', { customerId });
    const survivor = registered(customer, customerId);
    const known = survivor.merges.of.get(mergedId);
    if (known?.undone === null) return repeats(command, known) ? [] : reject('AlreadyMerged', { customerId, mergedId });
    return joined(command, survivor, mergeable(command, survivor, other), { at, day: days.dayOf(at) });
  };
  return {
    MergeCustomers: merge,
    // A merge may have been undone before it comes to this.
    CompleteMerge: (command, customer, at, other) => {
      const wasUndone = typeof customer?.merges.of.get(command.mergedId)?.undone === 'string';
      return wasUndone && other?.merges.survivorId !== command.customerId ? [] : merge(command, customer, at, other);
    },
    // The survivor has the last word: it has merged the customer, or could not.
    AbandonMerge: ({ customerId, survivorId }, customer, _, survivor) => {
      const isPending = customer?.merges.survivorId === survivorId;
      const isMerged = survivor && mergesIn(survivor.merges).some(({ mergedId }) => mergedId === customerId);
      return isPending && !isMerged ? [MergeAbandoned.event({ customerId, survivorId })] : [];
    },
  };
};

const repeats = ({ reason, choices = {} }: Merge, known: Known) =>
  known.reason === reason && sameContent(known.choices, choices);

type Moment = { readonly at: Date; readonly day: string };

const joined = (command: Merge, survivor: Registered, merged: Registered, { at, day }: Moment) => {
  const { customerId, mergedId, reason, choices = {} } = command;
  const changes = changesOf(survivor, merged, choices);
  const owner = choices[OWNER] === 'merged' ? valueOf(merged.owners) : null;
  const needs = needsCarried(survivor, merged);
  return [
    CustomersMerged.event({
      ...{ customerId, mergedId, reason, choices },
      files: mergesIn(merged.merges).flatMap(({ mergedId: id, files }) => [id, ...files]),
      taken: [...changes.map(({ field }) => field), ...(owner ? [OWNER] : [])],
      identifiers: identifiersOf(merged),
      needs: needs.map(({ needId, as }) => ({ needId, as })),
    }),
    ...dataChanged(survivor, changes, reason, day),
    ...(owner ? [OwnerAssigned.event({ customerId, owner, previous: valueOf(survivor.owners) })] : []),
    ...wishesOfBoth(survivor, merged, at),
    ...needs.map(({ event }) => event),
  ];
};

/** The other customer first takes no more changes: a merge that fails after that is completed or abandoned by a policy. */
export const mergeBegins = (command: Merge, other: Other): Preceding<CustomerEvent> | undefined => {
  const { customerId, mergedId, reason, choices = {} } = command;
  if (other?.merges.survivorId === customerId) return undefined;
  const begun = MergeBegun.event({ customerId: mergedId, survivorId: customerId, reason, choices });
  return { stream: customerStream(mergedId), events: [begun] };
};

const mergeable = ({ customerId, mergedId }: Merge, survivor: Registered, other: Other): Registered => {
  const merged = other ?? customerProblems.rejectReference('CustomerNotRegistered', { customerId: mergedId });
  if (merged.merges.survivorId !== customerId) expectUnmerged(merged);
  const { kind } = survivor.profile;
  if (merged.profile.kind !== kind) reject('MergeOfKindsDiffering', { customerId, kind, mergedId });
  return merged;
};

/** Those of the customer and of all who were merged into it. */
const identifiersOf = (customer: Registered) => [
  ...identifiers(customer).map(({ kind, value: identifier }) => ({ kind, identifier })),
  ...mergesIn(customer.merges).flatMap((merge) => merge.identifiers),
];

const changesOf = (
  survivor: Registered,
  merged: Registered,
  choices: NonNullable<Merge['choices']>,
): readonly FieldChange[] => {
  const [mine, theirs] = [byPath(survivor.profile), byPath(merged.profile)];
  const paths = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((path) => path !== 'kind');
  return paths.flatMap((field) => {
    const before = valueAt(survivor.profile, field);
    const after =
      field === 'contactPersons' ? personsOfBoth(survivor, merged) : chosen(choices[field], before, theirs[field]);
    return sameContent(before, after) ? [] : [{ field, before, after }];
  });
};

const chosen = (choice: 'survivor' | 'merged' | undefined, mine: JsonValue, theirs: JsonValue = null): JsonValue => {
  if (choice === 'survivor') return mine;
  return choice === 'merged' ? (theirs ?? mine) : (mine ?? theirs);
};

const dataChanged = (
  { customerId }: Registered,
  changes: readonly FieldChange[],
  reason: string,
  effectiveDate: string,
): readonly CustomerEvent[] =>
  changes.length === 0
    ? []
    : [
        CustomerDataChanged.event({
          customerId,
          changes: changes.map(recordedChange),
          reason,
          source: null,
          effectiveDate,
        }),
      ];
