import { ComplaintBecameOverdue } from '@annals/contracts-complaints';
import { expectingAfter } from '@annals/contracts-values';
import { complaintProblems } from './complaint.problems.js';
import type { Complaint, Filed } from './complaint.state.js';

const { reject } = complaintProblems;

type Sent = { readonly complaintId: string; readonly occurredAt?: string | undefined };

/** Rejects with `ComplaintUnknown`. */
export const known = (complaint: Complaint, complaintId: string): Filed =>
  complaint ?? reject('ComplaintUnknown', { complaintId });

/** Rejects a command that says that it happened before what it follows. */
export const expectAfter = expectingAfter((details) => reject('ComplaintOccurredTooEarly', details));

export const isOpen = ({ status }: Filed): boolean => status === 'open' || status === 'reopened';

/** Rejects what did not happen while the complaint was open. */
export const open = (complaint: Complaint, command: Sent, at: Date): Filed => {
  const found = known(complaint, command.complaintId);
  const { status, openSince, filedAt } = found;
  if (!isOpen(found)) reject('ComplaintNotOpen', { status });
  expectAfter(command, at, { by: openSince === filedAt ? 'filing' : 'reopening', at: openSince });
  return found;
};

/** The same for what moves the complaint on, after its last move. */
export const movable = (complaint: Complaint, command: Sent, at: Date): Filed => {
  const found = open(complaint, command, at);
  expectAfter(command, at, found.moved);
  return found;
};

/** Rejects what needs a resolution. */
export const resolved = (complaint: Complaint, complaintId: string): Filed => {
  const found = known(complaint, complaintId);
  return found.status === 'resolved' ? found : reject('ComplaintNotResolved', { status: found.status });
};

export const aboutOf = ({ filed: { complaintId, customerId } }: Filed) => ({ complaintId, customerId });

/** The breach, if the due time passed at an instant and is not noted yet. */
export const breachIn = (complaint: Filed, isPassed: (dueAt: Date) => boolean) => {
  const { dueAt, tier, assignee, pause, overdueSince } = complaint;
  if (overdueSince !== null || pause !== null || !isPassed(new Date(dueAt))) return [];
  return [ComplaintBecameOverdue.event({ ...aboutOf(complaint), dueAt, tier, assignee })];
};
