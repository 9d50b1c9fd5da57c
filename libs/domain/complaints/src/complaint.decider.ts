import {
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintFiled,
  ComplaintReopened,
  ComplaintResolved,
  SatisfactionRated,
} from '@annals/contracts-complaints';
import type { ComplaintEvent, Rating, Severity, Tier } from '@annals/contracts-complaints';
import { sameContent, type Staff } from '@annals/contracts-values';
import { reject, type CommandOf, type Decider } from '@annals/event-sourcing';
import type * as commands from './complaint.commands.js';

/** What a company decides for itself: when a complaint that is filed or reopened at an instant is due. */
export type ComplaintPolicy = { readonly dueAt: (severity: Severity, at: Date) => Date };

type Filed = {
  readonly filed: ReturnType<typeof ComplaintFiled.event>['data'];
  readonly tier: Tier;
  readonly dueAt: string;
  readonly assignee: Staff | null;
};
type Open = Filed & { readonly status: 'open' | 'reopened' };
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
      stream: (command) => (command.type === 'FileComplaint' ? `customer-${command.customerId}` : undefined),
      initial: false,
      evolve: { CustomerRegistered: () => true },
    },

    decide: {
      FileComplaint: (command, complaint, at, customerIsKnown) => {
        const { customerId, severity } = command;
        if (complaint.status !== 'unknown')
          return sameGrievance(command, complaint) ? [] : reject('ComplaintAlreadyFiled');
        if (!customerIsKnown) reject('CustomerNotRegistered', { customerId });
        return [ComplaintFiled.event({ ...command, dueAt: dueAt(severity, at) })];
      },

      AssignComplaint: ({ complaintId, assignee }, complaint) => {
        const { filed, assignee: previous } = open(complaint);
        if (previous?.id === assignee.id) return [];
        return [ComplaintAssigned.event({ complaintId, customerId: filed.customerId, assignee, previous })];
      },

      EscalateComplaint: ({ complaintId, to, reason }, complaint) => {
        const { filed, tier: from } = open(complaint);
        if (to === from) return [];
        if (to < from) reject('ComplaintCannotStepDown', { from, to });
        return [ComplaintEscalated.event({ complaintId, customerId: filed.customerId, from, to, reason })];
      },

      ResolveComplaint: ({ complaintId, rootCause, remedy }, complaint, at) => {
        const resolution = { rootCause, remedy };
        if (complaint.status === 'resolved')
          return sameContent(complaint.resolution, resolution) ? [] : reject('ComplaintAlreadyResolved');
        const { filed, dueAt: due } = open(complaint);
        const onTime = at <= new Date(due);
        return [ComplaintResolved.event({ complaintId, customerId: filed.customerId, ...resolution, onTime })];
      },

      ReopenComplaint: ({ complaintId, reason }, complaint, at) => {
        if (complaint.status === 'reopened') return [];
        const { filed, tier, assignee } = resolved(complaint);
        const { customerId, category, severity, subject } = filed;
        const again = { category, severity, subject, tier, assignee };
        return [ComplaintReopened.event({ complaintId, customerId, reason, dueAt: dueAt(severity, at), ...again })];
      },

      RateSatisfaction: ({ complaintId, score, comment }, complaint) => {
        const { filed, rating: last } = resolved(complaint);
        const rating = { score, comment };
        if (sameContent(last, rating)) return [];
        return [SatisfactionRated.event({ complaintId, customerId: filed.customerId, ...rating })];
      },
    },

    evolve: {
      ComplaintFiled: (_, filed) => ({ status: 'open', filed, tier: 1, dueAt: filed.dueAt, assignee: null }),
      ComplaintAssigned: (complaint, { assignee }) => ({ ...(complaint as Open), assignee }),
      ComplaintEscalated: (complaint, { to }) => ({ ...(complaint as Open), tier: to }),
      ComplaintResolved: (complaint, { rootCause, remedy }) => ({
        ...(complaint as Open),
        status: 'resolved',
        resolution: { rootCause, remedy },
        rating: null,
      }),
      ComplaintReopened: (complaint, { dueAt }) => {
        const { filed, tier, assignee } = complaint as Resolved;
        return { status: 'reopened', filed, tier, assignee, dueAt };
      },
      SatisfactionRated: (complaint, { score, comment }) => ({
        ...(complaint as Resolved),
        rating: { score, comment },
      }),
    },
  };
};

const open = (complaint: Complaint): Open =>
  complaint.status === 'open' || complaint.status === 'reopened'
    ? complaint
    : reject('ComplaintNotOpen', { status: complaint.status });

const resolved = (complaint: Complaint): Resolved =>
  complaint.status === 'resolved' ? complaint : reject('ComplaintNotResolved', { status: complaint.status });

/** Apart from the due time, which was the server's to say. */
const sameGrievance = (command: object, { filed }: Filed) => {
  const { dueAt } = filed;
  return sameContent(filed, ComplaintFiled.event({ ...command, dueAt } as typeof filed).data);
};
