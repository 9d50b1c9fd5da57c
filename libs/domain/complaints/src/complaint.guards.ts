import { ComplaintBecameOverdue } from '@annals/contracts-complaints';
import { expectingAfter } from '@annals/contracts-values';
import { complaintProblems } from './complaint.problems.js';
import type { Complaint, End, Filed } from './complaint.state.js';

const { reject } = complaintProblems;

type Sent = { readonly complaintId: string; readonly occurredAt?: string | undefined };

/** Rejects with `ComplaintUnknown`. */
export const known = (complaint: Complaint, complaintId: string): Filed =>
  complaint ?? reject('ComplaintUnknown', { complaintId });

/** Rejects a command that says that it happened before what it follows. */
export const expectAfter = expectingAfter((details) => reject('ComplaintOccurredTooEarly', details));

export const isOpen = ({ status }: Filed): boolean => status === 'open' || status === 'reopened';

const STATUS: Readonly<Record<End, Filed['status']>> = { resolution: 'resolved', withdrawal: 'withdrawn' };

/** Rejects what did not happen while the complaint was open; what is only recorded late is not rejected. */
export const openThen = (complaint: Complaint, command: Sent, at: Date): Filed => {
  const found = known(complaint, command.complaintId);
  if (command.occurredAt === undefined) return open(found, command, at);
  const moment = at.toISOString();
  expectAfter(command, at, { by: 'filing', at: found.filedAt });
  const end = found.history.last('end', moment)?.said;
  if (!end) return found;
  const reopening = found.history.next('end', moment);
  if (reopening) expectAfter(command, at, { by: 'reopening', at: reopening.at });
  return reject('ComplaintNotOpen', { status: STATUS[end] });
};

/** Rejects what did not happen while the complaint was open, since it was last opened. */
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

/** Rejects what did not happen while the complaint was resolved; what is only recorded late is not rejected. */
export const resolvedThen = (complaint: Complaint, command: Sent, at: Date): Filed => {
  const found = known(complaint, command.complaintId);
  if (command.occurredAt === undefined) return resolved(found, command.complaintId);
  const moment = at.toISOString();
  if (found.history.last('end', moment)?.said === 'resolution') return found;
  const next = found.history.next('end', moment);
  if (next?.said === 'resolution') expectAfter(command, at, { by: 'resolution', at: next.at });
  return reject('ComplaintNotResolved', { status: found.status });
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
  if (!isOpen(complaint) || overdueSince !== null || pause !== null || !isPassed(new Date(dueAt))) return [];
  return [ComplaintBecameOverdue.event({ ...aboutOf(complaint), dueAt, tier, assignee })];
};
