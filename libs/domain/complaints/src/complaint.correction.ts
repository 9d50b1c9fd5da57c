import { ComplaintChanged, correction, type ComplaintEvent, type Correction } from '@annals/contracts-complaints';
import { addsNothing, membersOf, sameContent } from '@annals/contracts-values';
import type { Of } from '@annals/event-sourcing';
import { aboutOf, breachIn, expectAfter, open } from './complaint.guards.js';
import { complaintProblems } from './complaint.problems.js';
import type { Complaint, Filed } from './complaint.state.js';
import type { Around, ComplaintCommand } from './complaint.types.js';
import type { ComplaintPolicy } from './due-time.js';
import { handlingProblems } from './handling.problems.js';

const { reject } = handlingProblems;

/** Rejects with `DealOfAnotherCustomer` a deal that does not exist or belongs to another customer. */
export const expectDeal = (dealId: string | null | undefined, customerId: string, { dealOf }: Around): void => {
  if (dealId && dealOf !== customerId) complaintProblems.reject('DealOfAnotherCustomer', { customerId, dealId });
};

/** The events of a correction: a due time that has passed is noted before it moves. */
export const correct = (
  policy: ComplaintPolicy,
  command: Of<ComplaintCommand, 'ChangeComplaint'>,
  complaint: Complaint,
  at: Date,
  around: Around,
): readonly ComplaintEvent[] => {
  const found = open(complaint, command, at);
  const given = membersOf(correction.shape, command);
  const names = Object.keys(correction.shape) as (keyof Correction)[];
  const differing = names.filter((name) => given[name] !== undefined && !sameContent(found.content[name], given[name]));
  if (differing.length === 0) return unchanged(command, found, Object.keys(given));

  expectAfter(command, at, { by: 'correction', at: found.corrections.lastOf(differing)?.at ?? null });
  if (differing.includes('dealId')) expectDeal(given.dealId, found.filed.customerId, around);
  const [before, after] = [those(found.content, differing), those(given, differing)];
  const corrected = { before, after, reason: command.reason ?? null, dueAt: dueBy(policy, found, after.severity) };
  return [...breachIn(found, (due) => at > due), ComplaintChanged.event({ ...aboutOf(found), ...corrected })];
};

/** No event if it was corrected so for the same reason; otherwise a rejection. */
const unchanged = (
  { complaintId, reason }: Of<ComplaintCommand, 'ChangeComplaint'>,
  { corrections }: Filed,
  names: readonly string[],
) =>
  addsNothing({ reason }, corrections.lastOf(names) ?? { reason })
    ? []
    : reject('ComplaintAlreadyChanged', { complaintId });

const those = (content: Correction, names: readonly (keyof Correction)[]): Correction =>
  Object.fromEntries(names.map((name) => [name, content[name]]));

const dueBy = (
  policy: ComplaintPolicy,
  { openSince, pausedMinutes, dueAt }: Filed,
  severity: Correction['severity'],
) => (severity ? policy.dueAt(severity, new Date(openSince), pausedMinutes).toISOString() : dueAt);
