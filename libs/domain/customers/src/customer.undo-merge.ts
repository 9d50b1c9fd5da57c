import {
  CustomerDataChanged,
  ConsentGiven,
  consentKey,
  ConsentWithdrawn,
  ContactPreferenceSet,
  CustomerRestored,
  customerStream,
  MergeUndone,
  NeedClosed,
  OWNER,
  OwnerAssigned,
  recordedChange,
  valueAt,
  type ConsentKind,
  type CustomerEvent,
} from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';
import type { CommandOf, Days, Decider, Preceding } from '@annals/event-sourcing';
import { lentFields } from './customer.identifiers.js';
import { lastWords, saidAt, type Word } from './customer.consents.js';
import { mergeWith, type Merge } from './customer.merges.js';
import { registered, type Customer, type Other, type Registered } from './customer.state.js';
import { valueOf } from './customer.values.js';
import type * as commands from './merge.commands.js';
import { mergeProblems } from './merge.problems.js';

const { reject } = mergeProblems;

type Command = CommandOf<Pick<typeof commands, 'UndoMerge' | 'CompleteUndoMerge'>>;
type Rules = Decider<Command, Customer, CustomerEvent, Other>['decide'];

/** The rules of undoing a merge; the context is the customer that was merged. */
export const undoMergeRules = (days: Days): Rules => {
  const undo = ({ customerId, mergedId, reason }: Command, customer: Customer, at: Date): readonly CustomerEvent[] => {
    const survivor = registered(customer, customerId);
    const merge = mergeWith(survivor.merges, mergedId) ?? reject('NotMerged', { customerId });
    if (merge.undone !== null) return merge.undone === reason ? [] : reject('NotMerged', { customerId });
    const asMerged = merge.taken.filter((field) => isAsMerged(survivor, merge, field));
    const returned = [...new Set([...asMerged, ...lentFields(survivor, merge)])];
    return [
      MergeUndone.event({
        ...{ customerId, mergedId: merge.mergedId, reason },
        returned,
        kept: merge.taken.filter((field) => !returned.includes(field)),
        unsaid: [...unsaidBefore(survivor, merge)],
      }),
      ...dataBefore(survivor, merge, { returned, reason, effectiveDate: days.dayOf(at) }),
      ...ownerBefore(survivor, merge, returned),
      ...preferenceBefore(survivor, merge),
      ...wordsBefore(survivor, merge),
      ...needsGivenBack(survivor, merge),
    ];
  };
  return {
    UndoMerge: undo,
    // They may have been merged again before it comes to this.
    CompleteUndoMerge: (command, customer, at, other) =>
      other?.merges.survivorId === command.customerId ? [] : undo(command, customer, at),
  };
};

/** The customer that was merged takes changes again first; a crash after that is completed by a policy. */
export const mergeEnds = (command: Command, survivor: Customer, other: Other): Preceding<CustomerEvent> | undefined => {
  const { customerId, reason } = command;
  if (!survivor || other?.merges.survivorId !== customerId) return undefined;
  const merge = mergeWith(survivor.merges, other.customerId)!;
  const closed = merge.needs.flatMap(({ needId, as }) => {
    const closing = survivor.closedNeeds.get(as);
    return closing ? [NeedClosed.event({ ...closing, customerId: other.customerId, needId })] : [];
  });
  const restored = CustomerRestored.event({ customerId: other.customerId, survivorId: customerId, reason });
  return { stream: customerStream(other.customerId), events: [restored, ...closed] };
};

/** Whether nothing later than the merge is known of a field that it changed. */
const isAsMerged = (survivor: Registered, merge: Merge, field: string): boolean => {
  if (field === OWNER) return survivor.owners.before('~')?.[0] === merge.at;
  return survivor.since[field]?.endsWith(` ${merge.at}`) === true;
};

type Returning = { readonly returned: readonly string[]; readonly reason: string; readonly effectiveDate: string };

const dataBefore = (
  { customerId, profile }: Registered,
  { before }: Merge,
  { returned, reason, effectiveDate }: Returning,
): readonly CustomerEvent[] => {
  const changes = returned
    .filter((field) => field !== OWNER)
    .map((field) => recordedChange({ field, before: valueAt(profile, field), after: valueAt(before.profile, field) }));
  return changes.length === 0
    ? []
    : [CustomerDataChanged.event({ customerId, changes, reason, source: null, effectiveDate })];
};

const ownerBefore = (
  { customerId, owners }: Registered,
  { before }: Merge,
  returned: readonly string[],
): readonly CustomerEvent[] => {
  const owner = valueOf(before.owners);
  return owner && returned.includes(OWNER)
    ? [OwnerAssigned.event({ customerId, owner, previous: valueOf(owners) })]
    : [];
};

const NO_WISH = { doNotContact: false };

const preferenceBefore = ({ customerId, preferences }: Registered, { at, before }: Merge): readonly CustomerEvent[] => {
  const isOfMerge = preferences.before('~')?.[0] === at && !before.preferences.get(at);
  const preference = valueOf(before.preferences) ?? NO_WISH;
  return isOfMerge && !sameContent(preference, valueOf(preferences))
    ? [ContactPreferenceSet.event({ customerId, preference })]
    : [];
};

/** The last words that the merge put into the file of the survivor, and what it had said before. */
const wordsOfMerge = ({ words }: Registered, { at, before }: Merge) => {
  const said = new Map(lastWords(before.words).map(({ kind, word }) => [consentKey(kind), word]));
  return lastWords(words)
    .filter(({ kind }) => saidAt(words, kind) === at)
    .map(({ kind, word }) => ({ kind, word, earlier: said.get(consentKey(kind)) }))
    .filter(({ word, earlier }) => !sameContent(word, earlier));
};

const isUnsaid = (word: Word | undefined) => word === undefined || word === 'expired' || word === 'unsaid';

const unsaidBefore = (survivor: Registered, merge: Merge): readonly ConsentKind[] =>
  wordsOfMerge(survivor, merge).flatMap(({ kind, earlier }) => (isUnsaid(earlier) ? [kind] : []));

const wordsBefore = (survivor: Registered, merge: Merge): readonly CustomerEvent[] => {
  const { customerId } = survivor;
  return wordsOfMerge(survivor, merge).flatMap(({ kind, earlier }) => {
    if (isUnsaid(earlier)) return [];
    return [
      typeof earlier === 'object'
        ? ConsentGiven.event({ ...earlier, customerId })
        : ConsentWithdrawn.event({ ...kind, customerId }),
    ];
  });
};

/** A need of the merged customer is its own again. */
const needsGivenBack = ({ customerId, endedNeeds, closedNeeds }: Registered, { needs, reason }: Merge) =>
  needs
    .filter(({ as }) => !endedNeeds.get(as) && !closedNeeds.get(as))
    .map(({ as }) => NeedClosed.event({ customerId, needId: as, outcome: 'lapsed', reason }));
