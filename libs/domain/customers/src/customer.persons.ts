import { ConsentWithdrawn, type CustomerEvent } from '@annals/contracts-customers';
import { fold } from '@annals/event-sourcing';
import { consentsIn } from './customer.consents.js';
import { evolve, type Customer, type Registered } from './customer.state.js';

/** The events of a change of the profile, and the withdrawals of the consents of contact persons whom it removes. */
export const withWithdrawals = (
  customer: Registered,
  events: readonly CustomerEvent[],
  at: Date,
): readonly CustomerEvent[] => {
  const dated = events.map((event) => ({ ...event, occurredAt: at.toISOString() }));
  const left = new Set(idsIn(fold<Customer>({ initial: customer, evolve }, dated)!));
  const removed = new Set(idsIn(customer).filter((id) => !left.has(id)));
  if (removed.size === 0) return events;
  const lost = consentsIn(customer.words).filter(({ personId }) => personId !== undefined && removed.has(personId));
  return [...events, ...lost.map((consent) => ConsentWithdrawn.event(consent))];
};

const idsIn = ({ profile }: Registered) => (profile.contactPersons ?? []).map(({ personId }) => personId);
