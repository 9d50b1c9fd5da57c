import type { ComplaintEvent } from '@annals/contracts-complaints';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { Complaint, Complaints } from './page.js';

type On<T> = RecordedEvent<Of<ComplaintEvent, T>>;

const MOST_RESOLVED = 20;

export const NO_COMPLAINTS: Complaints = {
  open: 0,
  resolved: 0,
  satisfaction: { count: 0, total: 0, average: null },
  openComplaints: [],
  resolvedComplaints: [],
};

const others = <C extends Complaint>(complaints: readonly C[], complaintId: string) =>
  complaints.filter((complaint) => complaint.complaintId !== complaintId);

const withOpen = (complaints: Complaints, openComplaints: readonly Complaint[]): Complaints => ({
  ...complaints,
  openComplaints,
  open: openComplaints.length,
});

const changed = (complaints: Complaints, complaintId: string, change: Partial<Complaint>): Complaints =>
  withOpen(
    complaints,
    complaints.openComplaints.map((one) => (one.complaintId === complaintId ? { ...one, ...change } : one)),
  );

type Named = Omit<Complaint, 'openSince'>;

const opened = (complaints: Complaints, complaint: Named, openSince: string): Complaints => {
  const { complaintId, subject, category, severity, dueAt, tier, assignee } = complaint;
  const card = { complaintId, subject, category, severity, dueAt, tier, assignee, openSince };
  return withOpen(complaints, [card, ...others(complaints.openComplaints, complaintId)]);
};

export const complaintFiled = (complaints: Complaints, { data, occurredAt }: On<'ComplaintFiled'>): Complaints =>
  opened(complaints, { ...data, tier: 1, assignee: null }, occurredAt);

export const complaintAssigned = (complaints: Complaints, { data }: On<'ComplaintAssigned'>): Complaints =>
  changed(complaints, data.complaintId, { assignee: data.assignee });

export const complaintEscalated = (complaints: Complaints, { data }: On<'ComplaintEscalated'>): Complaints =>
  changed(complaints, data.complaintId, { tier: data.to });

export const complaintResolved = (complaints: Complaints, event: On<'ComplaintResolved'>): Complaints => {
  const { complaintId } = event.data;
  const { openComplaints, resolvedComplaints } = complaints;
  const known = openComplaints.filter((complaint) => complaint.complaintId === complaintId);
  const resolved = known.map((complaint) => ({ ...complaint, resolvedAt: event.occurredAt }));
  return {
    ...withOpen(complaints, others(openComplaints, complaintId)),
    resolved: complaints.resolved + 1,
    resolvedComplaints: [...resolved, ...resolvedComplaints].slice(0, MOST_RESOLVED),
  };
};

export const complaintReopened = (
  complaints: Complaints,
  { data, occurredAt }: On<'ComplaintReopened'>,
): Complaints => ({
  ...opened(complaints, data, occurredAt),
  resolved: complaints.resolved - 1,
  resolvedComplaints: others(complaints.resolvedComplaints, data.complaintId),
});

export const satisfactionRated = (complaints: Complaints, { data: { score } }: On<'SatisfactionRated'>): Complaints => {
  const count = complaints.satisfaction.count + 1;
  const total = complaints.satisfaction.total + score;
  return { ...complaints, satisfaction: { count, total, average: Math.round((total / count) * 100) / 100 } };
};
