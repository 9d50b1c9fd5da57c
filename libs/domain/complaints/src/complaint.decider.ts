import {
  ComplaintAssigned,
  ComplaintFiled,
  complaintStream,
  type ComplaintEvent,
  type Tier,
} from '@annals/contracts-complaints';
import {
  ComplaintEscalated,
  ComplaintReopened,
  ComplaintResolved,
  SatisfactionRated,
} from '@annals/contracts-complaints';
import { aroundCustomer, customerProblems, customerStream, forSurvivor, NOT_KNOWN } from '@annals/contracts-customers';
import { dealStream } from '@annals/contracts-deals';
import { addsNothing, isKnown, sameContent, userProblems } from '@annals/contracts-values';
import type { Decider } from '@annals/event-sourcing';
import { aboutOf, expectAfter, isOpen, known, movable, openThen, resolved, resolvedThen } from './complaint.guards.js';
import { handling } from './complaint.handling.js';
import { expectDeal } from './complaint.correction.js';
import { complaintProblems } from './complaint.problems.js';
import { evolve, type Complaint, type Filed } from './complaint.state.js';
import type { Around, ComplaintCommand } from './complaint.types.js';
import type { ComplaintPolicy } from './due-time.js';

const { reject } = complaintProblems;

export const complaint = (policy: ComplaintPolicy): Decider<ComplaintCommand, Complaint, ComplaintEvent, Around> => ({
  stream: ({ complaintId }) => complaintStream(complaintId),
  subject: ({ customerId }) => customerId,
  initial: null,
  evolve,
  parties: (complaint) => (complaint?.assignee ? [complaint.assignee.id] : []),

  context: {
    stream: (command, complaint) => {
      const customerId = command.type === 'FileComplaint' ? command.customerId : complaint?.filed.customerId;
      const deals = 'dealId' in command && command.dealId ? [dealStream(command.dealId)] : [];
      const isAsked = command.type === 'FileComplaint' || deals.length > 0;
      return [...(isAsked && customerId !== undefined ? [customerStream(customerId)] : []), ...deals];
    },
    initial: { customer: NOT_KNOWN, dealOf: null },
    evolve: {
      ...aroundCustomer<Around>(),
      DealWithdrawn: (around) => ({ ...around, dealOf: null }),
      DealOpened: (around, { customerId }: { readonly customerId: string }) => ({ ...around, dealOf: customerId }),
    },
  },

  decide: {
    ...handling(policy),

    FileComplaint: (sent, complaint, at, around) => {
      const command = forSurvivor(sent, around.customer);
      const { complaintId, customerId, severity, dealId } = command;
      if (complaint) return sameGrievance(command, complaint) ? [] : reject('ComplaintAlreadyFiled', { complaintId });
      if (!around.customer.isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
      expectDeal(dealId, customerId, around);
      const dueAt = policy.dueAt(severity, at).toISOString();
      return [
        ComplaintFiled.event({ ...command, dueAt, responseDueAt: policy.responseDueAt(severity, at).toISOString() }),
      ];
    },

    AssignComplaint: (command, complaint, at) => {
      const { assignee } = command;
      const found = openThen(complaint, command, at);
      const moment = at.toISOString();
      const known = found.history.last('assignee', moment);
      if (known && isKnown(command, at, known.at) && addsNothing(assignee, known.said)) return [];
      return [ComplaintAssigned.event({ ...aboutOf(found), assignee, previous: known ? known.said : null })];
    },

    PassComplaint: ({ complaintId, userId, to: assignee }, complaint, at) => {
      const found = known(complaint, complaintId);
      const { assignee: previous } = found;
      if (!isOpen(found) || (previous && addsNothing(assignee, previous))) return [];
      if (previous?.id !== userId) userProblems.reject('NotResponsible', { userId });
      if (found.history.next('assignee', at.toISOString())) return [];
      return [ComplaintAssigned.event({ ...aboutOf(found), assignee, previous })];
    },

    EscalateComplaint: (command, complaint, at) => {
      const { to, reason } = command;
      const found = openThen(complaint, command, at);
      const moment = at.toISOString();
      const { to: from, reason: why } = found.history.last('tier', moment)?.said ?? { to: 1, reason };
      if (to === from) return reason === why ? [] : reject('ComplaintAlreadyEscalated', { to });
      if (to < from) reject('ComplaintCannotStepDown', { from, to });
      expectBelowNext(found, to, moment);
      return [ComplaintEscalated.event({ ...aboutOf(found), from, to, reason })];
    },

    ResolveComplaint: (command, complaint, at) => {
      const { complaintId, rootCause, remedy } = command;
      const resolution = { rootCause, remedy };
      if (complaint?.status === 'resolved')
        return sameContent(complaint.resolution, resolution) ? [] : reject('ComplaintAlreadyResolved', { complaintId });
      const found = movable(complaint, command, at);
      return [ComplaintResolved.event({ ...aboutOf(found), ...resolution, onTime: isOnTime(policy, found, at) })];
    },

    ReopenComplaint: (command, complaint, at) => {
      const { complaintId, reason } = command;
      if (complaint?.status === 'reopened' && complaint.reason === reason) return [];
      const found = resolved(complaint, complaintId);
      expectAfter(command, at, found.moved);
      const { content, tier, assignee } = found;
      const { category, severity, subject } = content;
      const dueAt = policy.dueAt(severity, at).toISOString();
      const again = { category, severity, subject, tier, assignee };
      return [ComplaintReopened.event({ ...aboutOf(found), reason, dueAt, ...again })];
    },

    RateSatisfaction: (command, complaint, at) => {
      const { score, comment } = command;
      const found = resolvedThen(complaint, command, at);
      const moment = at.toISOString();
      const rating = { score, comment };
      const known = found.history.last('rating', moment);
      if (known && isKnown(command, at, known.at) && sameContent(known.said, rating)) return [];
      return [SatisfactionRated.event({ ...aboutOf(found), ...rating })];
    },
  },
});

/** Rejects an escalation before one to the same or a lower tier. */
const expectBelowNext = ({ history }: Filed, to: Tier, moment: string) => {
  const next = history.next('tier', moment)?.said.to;
  if (next === to) reject('ComplaintAlreadyEscalated', { to });
  if (next !== undefined && next < to) reject('ComplaintCannotStepDown', { from: to, to: next });
};

/** The time of a pause under way does not count; a due time that passed before the resolution stays missed. */
const isOnTime = (policy: ComplaintPolicy, { dueAt, pause, overdueSince }: Filed, at: Date) => {
  if (overdueSince !== null && at > new Date(overdueSince)) return false;
  const minutes = pause ? policy.minutesBetween(new Date(pause.at), at) : 0;
  return at <= policy.later(new Date(dueAt), minutes);
};

/** Ignores the due times, which the server sets. */
const sameGrievance = (command: object, { filed }: Filed) => {
  const { dueAt, responseDueAt } = filed;
  return sameContent(filed, ComplaintFiled.event({ ...command, dueAt, responseDueAt } as typeof filed).data);
};
