import { customerProblems, customerStream } from '@annals/contracts-customers';
import { DealChanged } from '@annals/contracts-deals';
import { addsNothing, ifLatest, isUser, userProblems, type Staff } from '@annals/contracts-values';
import type { CommandOf, ContextStream, Of, RecordedEvent } from '@annals/event-sourcing';
import { begun } from './deal.guards.js';
import type { Begun, Deal } from './deal.state.js';
import type { DealCommand } from './deal.types.js';
import type * as passing from './pass.commands.js';

/** Whether the customer is known, who owns it, and who does before an owner is assigned: the user who registered it. */
export type Owners = {
  readonly isKnown: boolean;
  readonly owner: Staff | null;
  readonly since: string | null;
  readonly first: Staff | null;
  /** Into whom the customer is merged. */
  readonly survivorId: string | null;
};

const UNKNOWN: Owners = { isKnown: false, owner: null, since: null, first: null, survivorId: null };

// The owner of a merged customer is that of the survivor.
export const joinedOwners = (one: Owners, other: Owners): Owners => {
  if (one === UNKNOWN || other === UNKNOWN) return one === UNKNOWN ? other : one;
  return { ...other, survivorId: one.survivorId };
};

const parted = (owners: Owners): Owners => ({ ...owners, survivorId: null });

/** The owners of the customer of a new deal, and of a deal that follows. */
export const ownersAround: ContextStream<DealCommand, Deal, Owners> = {
  stream: (command, deal) => {
    if (command.type === 'OpenDeal') return customerStream(command.customerId);
    return command.type === 'FollowOwner' && deal.status !== 'unknown' ? customerStream(deal.customerId) : undefined;
  },
  initial: UNKNOWN,
  evolve: {
    CustomerRegistered: (_, __: object, { actor }: RecordedEvent) => {
      const first = isUser(actor) ? { id: actor } : null;
      return { isKnown: true, owner: first, since: null, first, survivorId: null };
    },
    CustomerWithdrawn: () => ({ ...UNKNOWN }),
    MergeBegun: (owners, { survivorId }: { readonly survivorId: string }) => ({ ...owners, survivorId }),
    MergeAbandoned: parted,
    CustomerRestored: parted,
    OwnerAssigned: (owners, { owner }: { readonly owner: Staff }, { occurredAt }: RecordedEvent) => ({
      ...owners,
      ...ifLatest(occurredAt, owners.since, { owner, since: occurredAt }),
    }),
  },
  join: joinedOwners,
  further: ({ survivorId }) => (survivorId === null ? [] : [customerStream(survivorId)]),
};

/** Rejects with `CustomerNotRegistered` and with `CustomerMerged`. */
export const expectCustomer = ({ isKnown, survivorId }: Owners, customerId: string): void => {
  if (!isKnown) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
  if (survivorId !== null) customerProblems.reject('CustomerMerged', { customerId, survivorId });
};

type Passing = CommandOf<typeof passing>;

/** The deal goes to the present owner of its customer, unless it has another owner than the previous one. */
export const follow = (
  { dealId, from }: Of<Passing, 'FollowOwner'>,
  deal: Deal,
  at: Date,
  { customer }: { readonly customer: Owners },
) => {
  const found = begun(deal, dealId);
  const previous = from === null ? [undefined, customer.first?.id] : [from];
  const { owner } = found.terms;
  return customer.owner && previous.includes(owner?.id) ? passed(found, customer.owner, at) : [];
};

/** The deal goes to who takes over. Rejects with `NotResponsible` an open deal with a third owner. */
export const pass = ({ dealId, userId, to }: Of<Passing, 'PassDeal'>, deal: Deal, at: Date) => {
  const found = begun(deal, dealId);
  const events = passed(found, to, at);
  const isTheirs = found.terms.owner?.id === userId || events.length === 0;
  return isTheirs ? events : userProblems.reject('NotResponsible', { userId });
};

/** Nothing happens to a deal that is closed, was opened later, got another owner later, or has this owner. */
const passed = (deal: Begun, to: Staff, at: Date) => {
  const { customerId, opened, terms, history } = deal;
  const { owner } = terms;
  const isPassedLater = history.next('owner', at.toISOString()) !== undefined;
  if (!isOpenAt(deal, at) || isPassedLater || (owner && addsNothing(to, owner))) return [];
  const { dealId } = opened;
  return [DealChanged.event({ dealId, customerId, before: { owner }, after: { owner: to }, reason: null })];
};

const isOpenAt = ({ status, openedAt }: Begun, at: Date) =>
  (status === 'open' || status === 'reopened') && new Date(openedAt) <= at;
