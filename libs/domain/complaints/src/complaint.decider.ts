import {
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintFiled,
  ComplaintReopened,
  ComplaintResolved,
  SatisfactionRated,
} from '@annals/contracts-complaints';
import type { ComplaintEvent, Rating, Severity, Tier } from '@annals/contracts-complaints';
import { addsNothing, sameContent, type Staff } from '@annals/contracts-values';
import { customerProblems, customerStream } from '@annals/contracts-customers';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as commands from './complaint.commands.js';
import { complaintProblems } from './complaint.problems.js';

const { reject } = complaintProblems;

/** Configured by the company: the due time of a complaint that is filed or reopened at an instant. */
export type ComplaintPolicy = { readonly dueAt: (severity: Severity, at: Date) => Date };

type Filed = {
  readonly filed: ReturnType<typeof ComplaintFiled.event>['data'];
  readonly tier: Tier;
  readonly dueAt: string;
  readonly assignee: Staff | null;
  /** The reason of the last escalation; `null` at the first tier. */
  readonly escalatedFor: string | null;
};
type Open = Filed & ({ readonly status: 'open' } | { readonly status: 'reopened'; readonly reopenedFor: string });
type Resolved = Filed & {
  readonly status: 'resolved';
  readonly resolution: { readonly rootCause: string; readonly remedy: string };
  readonly rating: Rating | null;
};
type Complaint = { readonly status: 'unknown' } | Open | Resolved;

export const complaint = (
  policy: ComplaintPolicy,
): Decider<CommandOf<typeof commands>, Complaint, ComplaintEvent, boolean> => {
  const dueAt = (severity: Severity, at: Date) => policy.dueAt(severity, at).toISOString();

  return {
    stream: ({ complaintId }) => `complaint-${complaintId}`,
    subject: ({ customerId }) => customerId,
    initial: { status: 'unknown' },
    parties: (complaint) => (complaint.status !== 'unknown' && complaint.assignee ? [complaint.assignee.id] : []),

    context: {
      stream: (command) => (command.type === 'FileComplaint' ? customerStream(command.customerId) : undefined),
      initial: false,
      evolve: { CustomerRegistered: () => true },
    },

    decide: {
      FileComplaint: (command, complaint, at, customerIsKnown) => {
        const { customerId, severity } = command;
        if (complaint.status !== 'unknown')
          return sameGrievance(command, complaint)
            ? []
            : reject('ComplaintAlreadyFiled', { complaintId: command.complaintId });
        if (!customerIsKnown) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
        return [ComplaintFiled.event({ ...command, dueAt: dueAt(severity, at) })];
      },

      AssignComplaint: ({ complaintId, assignee }, complaint) => {
        const { filed, assignee: previous } = open(complaint, complaintId);
        if (previous && addsNothing(assignee, previous)) return [];
        return [ComplaintAssigned.event({ complaintId, customerId: filed.customerId, assignee, previous })];
      },

      EscalateComplaint: ({ complaintId, to, reason }, complaint) => {
        const { filed, tier: from, escalatedFor } = open(complaint, complaintId);
        if (to === from) return reason === (escalatedFor ?? reason) ? [] : reject('ComplaintAlreadyEscalated', { to });
        if (to < from) reject('ComplaintCannotStepDown', { from, to });
        return [ComplaintEscalated.event({ complaintId, customerId: filed.customerId, from, to, reason })];
      },

      ResolveComplaint: ({ complaintId, rootCause, remedy }, complaint, at) => {
        const resolution = { rootCause, remedy };
        if (complaint.status === 'resolved')
          return sameContent(complaint.resolution, resolution)
            ? []
            : reject('ComplaintAlreadyResolved', { complaintId });
        const { filed, dueAt: due } = open(complaint, complaintId);
        const onTime = at <= new Date(due);
        return [ComplaintResolved.event({ complaintId, customerId: filed.customerId, ...resolution, onTime })];
      },

      ReopenComplaint: ({ complaintId, reason }, complaint, at) => {
        if (complaint.status === 'reopened' && complaint.reopenedFor === reason) return [];
        const { filed, tier, assignee } = resolved(complaint, complaintId);
        const { customerId, category, severity, subject } = filed;
        const again = { category, severity, subject, tier, assignee };
        return [ComplaintReopened.event({ complaintId, customerId, reason, dueAt: dueAt(severity, at), ...again })];
      },

      RateSatisfaction: ({ complaintId, score, comment }, complaint) => {
        const { filed, rating: last } = resolved(complaint, complaintId);
        const rating = { score, comment };
        if (sameContent(last, rating)) return [];
        return [SatisfactionRated.event({ complaintId, customerId: filed.customerId, ...rating })];
      },
    },

    evolve: {
      ComplaintFiled: (_, filed) => {
        const { dueAt } = filed;
        return { status: 'open', filed, tier: 1, dueAt, assignee: null, escalatedFor: null };
      },
      ComplaintAssigned: (complaint, { assignee }) => ({ ...(complaint as Open), assignee }),
      ComplaintEscalated: (complaint, { to, reason }) => ({ ...(complaint as Open), tier: to, escalatedFor: reason }),
      ComplaintResolved: (complaint, { rootCause, remedy }) => ({
        ...(complaint as Open),
        status: 'resolved',
        resolution: { rootCause, remedy },
        rating: null,
      }),
      ComplaintReopened: (complaint, { dueAt, reason }) => {
        const { filed, tier, assignee, escalatedFor } = complaint as Resolved;
        return { status: 'reopened', filed, tier, assignee, escalatedFor, dueAt, reopenedFor: reason };
      },
      SatisfactionRated: (complaint, { score, comment }) => ({
        ...(complaint as Resolved),
        rating: { score, comment },
      }),
    },
  };
};

const filed = (complaint: Complaint, complaintId: string): Open | Resolved =>
  complaint.status === 'unknown' ? reject('ComplaintUnknown', { complaintId }) : complaint;

const open = (complaint: Complaint, complaintId: string): Open => {
  const known = filed(complaint, complaintId);
  return known.status === 'resolved' ? reject('ComplaintNotOpen', { status: known.status }) : known;
};

const resolved = (complaint: Complaint, complaintId: string): Resolved => {
  const known = filed(complaint, complaintId);
  return known.status === 'resolved' ? known : reject('ComplaintNotResolved', { status: known.status });
};

/** Ignores the due time, which the server sets. */
const sameGrievance = (command: object, { filed }: Filed) => {
  const { dueAt } = filed;
  return sameContent(filed, ComplaintFiled.event({ ...command, dueAt } as typeof filed).data);
};
