import { pairIdOf, type DuplicateEvent } from '@annals/contracts-duplicates';
import { projection, type EventLines } from '@annals/event-sourcing';

/** A pair of different customers, and the codes of the evidence for one customer that was known at the finding. */
export type DifferentPair = { readonly pairId: string; readonly evidence: readonly string[] };

/** Pairs of customers that are found to be different. */
export const differentPairs = projection<DuplicateEvent, DifferentPair>()({
  name: 'different-pairs',
  version: 2,
  key: ({ data }) => pairIdOf(data),
  on: { CustomersFoundDifferent: (_, { data }, pairId) => ({ pairId, evidence: data.evidence }) },
  fields: {},
});

/** Whether a pair stays off the lists: nothing speaks for one customer that was not known when it was found different. */
export const isSettled = (pair: DifferentPair | undefined, agreeing: readonly string[]): boolean =>
  pair !== undefined && agreeing.every((code) => pair.evidence.includes(code));

export const duplicateLines: EventLines<DuplicateEvent> = {
  CustomersFoundDifferent: ({ reason }) => `≠ ${reason}`, // the other customer may be out of sight
};
