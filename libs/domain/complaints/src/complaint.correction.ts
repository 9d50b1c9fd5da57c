import { ComplaintChanged, correction, type ComplaintEvent, type Correction } from '@annals/contracts-complaints';
import { isTheirs } from '@annals/contracts-customers';
import { addsNothingTo, isKnown, membersOf, pick, sameContent } from '@annals/contracts-values';
import type { Of } from '@annals/event-sourcing';
import { aboutOf, breachIn, openThen } from './complaint.guards.js';
import { complaintProblems } from './complaint.problems.js';
import { contentOf, type Complaint, type Filed } from './complaint.state.js';
import type { Around, ComplaintCommand } from './complaint.types.js';
import type { ComplaintPolicy } from './due-time.js';
import { handlingProblems } from './handling.problems.js';

const { reject } = handlingProblems;

/** Rejects with `DealOfAnotherCustomer` a deal that does not exist or belongs to another customer. */
export const expectDeal = (
  dealId: string | null | undefined,
  customerId: string,
  { dealOf, customer }: Around,
): void => {
  if (dealId && !isTheirs(customer, customerId, dealOf))
    complaintProblems.reject('DealOfAnotherCustomer', { customerId, dealId });
};

/** The events of a correction: a due time that has passed is noted before it moves. */
export const correct = (
  policy: ComplaintPolicy,
  command: Of<ComplaintCommand, 'ChangeComplaint'>,
  complaint: Complaint,
  at: Date,
  around: Around,
): readonly ComplaintEvent[] => {
  const found = openThen(complaint, command, at);
  const moment = at.toISOString();
  const given = membersOf(correction.shape, command);
  const names = Object.keys(correction.shape) as (keyof Correction)[];
  const then = contentAt(found, names, moment);
  const isSaid = (name: keyof Correction) => isKnown(command, at, found.history.last(name, moment)?.at);
  const differing = names.filter(
    (name) => given[name] !== undefined && !(isSaid(name) && sameContent(then[name], given[name])),
  );
  if (differing.length === 0) return unchanged(command, found, Object.keys(given) as (keyof Correction)[], moment);

  if (differing.includes('dealId')) expectDeal(given.dealId, found.filed.customerId, around);
  const [before, after] = [pick(then, differing), pick(given, differing)];
  const severity = presentSeverity(found, after.severity, moment);
  const corrected = { before, after, reason: command.reason ?? null, dueAt: dueBy(policy, found, severity) };
  return [...breachIn(found, (due) => at > due), ComplaintChanged.event({ ...aboutOf(found), ...corrected })];
};

/** No event if it was corrected so for the same reason; otherwise a rejection. */
const unchanged = (
  { complaintId, reason }: Of<ComplaintCommand, 'ChangeComplaint'>,
  { history }: Filed,
  names: readonly (keyof Correction)[],
  moment: string,
) => {
  const last = history.lastOf(names, moment);
  return addsNothingTo({ reason }, last?.said) ? [] : reject('ComplaintAlreadyChanged', { complaintId });
};

/** The content at a moment. */
const contentAt = ({ filed, history }: Filed, names: readonly (keyof Correction)[], moment: string): Correction => {
  const corrections = names.flatMap((name) => {
    const known = history.last(name, moment);
    return known ? [[name, known.said.value] as const] : [];
  });
  return { ...contentOf(filed), ...Object.fromEntries(corrections) };
};

/** The severity that changes the present due time; rejects one that would change how the complaint was resolved. */
const presentSeverity = ({ history }: Filed, severity: Correction['severity'], moment: string) => {
  if (severity === undefined) return undefined;
  const [next, end] = [history.next('severity', moment), history.next('end', moment)];
  if (end && !(next && next.at <= end.at)) reject('SeveritySettled', { severity, since: end.at });
  return next ? undefined : severity;
};

const dueBy = (
  policy: ComplaintPolicy,
  { openSince, pausedMinutes, dueAt }: Filed,
  severity: Correction['severity'],
) => (severity ? policy.dueAt(severity, new Date(openSince), pausedMinutes).toISOString() : dueAt);
