import { daysIn } from '@annals/analytics';
import {
  CustomerDataChanged,
  CustomerRegistered,
  CustomersMerged,
  MergeBegun,
  type CustomerProfile,
} from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { customer } from '../src/customer.decider.js';

export const decider = customer(daysIn('UTC'));
export const given = scenarios(decider);

export const [customerId, mergedId] = ['u-1', 'u-2'];
export const reason = 'Registered twice.';
export const ids = { customerId, mergedId };
export const merge = { type: 'MergeCustomers', ...ids, reason } as const;
export const undo = { type: 'UndoMerge', customerId, mergedId, reason: 'Mother and daughter.' } as const;

export const file = (id: string, more: Partial<CustomerProfile> = {}) =>
  CustomerRegistered.event({
    customerId: id,
    profile: { kind: 'organisation', name: 'Acme', roles: ['prospect'], ...more },
  });

/** When the customers were merged. */
export const MERGED = '2026-01-04T09:00:00.000Z';

export const mergedAs = (more: object = {}) => ({
  ...CustomersMerged.event({
    ...{ ...ids, reason, choices: {}, files: [], taken: [], identifiers: [], needs: [], ...more },
  }),
  occurredAt: MERGED,
});

/** What the stream of the merged customer says from the beginning of a merge on. */
export const begun = MergeBegun.event({ customerId: mergedId, survivorId: customerId, reason, choices: {} });

export const why = { reason, source: null, effectiveDate: '2026-01-05' };

/** The same as it is decided, without the time of the merge. */
export const plain = (more: object = {}) => {
  const { occurredAt: _, ...event } = mergedAs(more);
  return event;
};

export const change = (field: string, before: unknown, after: unknown) => ({ field, before, after }) as never;

export const changed = (...changes: readonly never[]) =>
  CustomerDataChanged.event({ customerId, changes: [...changes], ...why });
