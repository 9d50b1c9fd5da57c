import type { CustomerEvent } from '@annals/contracts-customers';
import { insertNewest } from '@annals/contracts-values';
import type { Of, RecordedEvent } from '@annals/event-sourcing';

/** When a customer was merged into this one, and why. */
export type MergedCustomer = { readonly customerId: string; readonly mergedAt: string; readonly reason: string };

const MOST = 50;

export const withMerged = (
  merged: readonly MergedCustomer[],
  { data: { mergedId: customerId, reason }, occurredAt }: RecordedEvent<Of<CustomerEvent, 'CustomersMerged'>>,
): readonly MergedCustomer[] => {
  const one = { customerId, mergedAt: occurredAt, reason };
  return insertNewest(withoutMerged(merged, customerId), [one], ({ mergedAt }) => mergedAt, MOST);
};

export const withoutMerged = (merged: readonly MergedCustomer[], mergedId: string): readonly MergedCustomer[] =>
  merged.filter(({ customerId }) => customerId !== mergedId);
