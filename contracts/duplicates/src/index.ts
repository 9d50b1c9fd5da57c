import { customerId, field, label, note } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

/** The other customer of a pair. */
export const otherId = field(customerId, { en: 'Other customer', zh: '另一客户' }, { example: 'c-1002' });

/** Why two customers are not one. */
export const differentReason = field(
  note,
  { en: 'Reason', zh: '原因' },
  { example: 'Father and son with the same address.' },
);

/** The codes of the evidence for one customer that was known at the finding. */
export const knownEvidence = field(
  z.array(label).max(50),
  { en: 'Evidence known then', zh: '当时已知的依据' },
  { example: ['address-same', 'phone-same'] },
);

/** A user has confirmed that two files are of different customers. It is recorded for each of them. */
export const CustomersFoundDifferent = Contract.of('CustomersFoundDifferent', {
  en: 'Found to be another customer',
  zh: '确认并非同一客户',
}).v1(z.object({ customerId, otherId, reason: differentReason, evidence: knownEvidence }));

export const duplicateContracts = [CustomersFoundDifferent] as const;
export type DuplicateEvent = EventOf<(typeof duplicateContracts)[number]>;

/** A pair of customers in either order. */
export type PairOfCustomers = { readonly customerId: string; readonly otherId: string };

/** The id of a pair, the same in either order. No id of a customer has a `~`. */
export const pairIdOf = ({ customerId, otherId }: PairOfCustomers): string =>
  [customerId, otherId].toSorted().join('~');

/** The stream of a pair. */
export const pairStream = (pair: PairOfCustomers): string => `pair-${pairIdOf(pair)}`;
