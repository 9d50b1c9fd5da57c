import { customerStream } from '@annals/contracts-customers';
import { DealChanged } from '@annals/contracts-deals';
import { isLatest, isUser, type Staff } from '@annals/contracts-values';
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
};

/** The owners of the customer of a new deal, and of a deal that follows. */
export const ownersAround: ContextStream<DealCommand, Deal, Owners> = {
  stream: (command, deal) => {
    if (command.type === 'OpenDeal') return customerStream(command.customerId);
    return command.type === 'FollowOwner' && deal.status !== 'unknown' ? customerStream(deal.customerId) : undefined;
  },
  initial: { isKnown: false, owner: null, since: null, first: null },
  evolve: {
    CustomerRegistered: (_, __: object, { actor }: RecordedEvent) => {
      const first = isUser(actor) ? { id: actor } : null;
      return { isKnown: true, owner: first, since: null, first };
    },
    OwnerAssigned: (owners, { owner }: { readonly owner: Staff }, { occurredAt }: RecordedEvent) =>
      isLatest(occurredAt, owners.since) ? { ...owners, owner, since: occurredAt } : owners,
  },
};

type Passing = CommandOf<typeof passing>;

/** The deal goes to the present owner of its customer, unless it has another owner than the previous one. */
export const follow = ({ dealId, from }: Of<Passing, 'FollowOwner'>, deal: Deal, at: Date, customer: Owners) => {
  const previous = from === null ? [undefined, customer.first?.id] : [from];
  return passed(begun(deal, dealId), previous, customer.owner, at);
};

/** The deal goes to who takes over. */
export const pass = ({ dealId, from, to }: Of<Passing, 'PassDeal'>, deal: Deal, at: Date) =>
  passed(begun(deal, dealId), [from], to, at);

/** Nothing happens to a deal that is closed, was opened later, or has another owner. */
const passed = (deal: Begun, from: readonly (string | undefined)[], to: Staff | null, at: Date) => {
  const { customerId, opened, terms } = deal;
  const { owner } = terms;
  if (!from.includes(owner?.id) || !to || owner?.id === to.id || !isOpenAt(deal, at)) return [];
  const { dealId } = opened;
  return [DealChanged.event({ dealId, customerId, before: { owner }, after: { owner: to }, reason: null })];
};

const isOpenAt = ({ status, openedAt }: Begun, at: Date) =>
  (status === 'open' || status === 'reopened') && new Date(openedAt) <= at;
