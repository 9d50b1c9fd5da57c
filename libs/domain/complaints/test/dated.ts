import type { Correction, Tier } from '@annals/contracts-complaints';
import { NOT_KNOWN } from '@annals/contracts-customers';
import { fieldsOf, project, type RecordedEvent } from '@annals/event-sourcing';
import { complaintBoard, complaintReport as complaintReportIn, complaintsPart } from '@annals/projections-complaints';
import { datedLog, partAfter, type Dated as DatedOf } from '@annals/testing';
import { complaint } from '../src/complaint.decider.js';
import type { ComplaintCommand } from '../src/complaint.types.js';
import { policyOf } from '../src/due-time.js';
import { complaintId, grievance, ids } from './story.js';

const DAY = [{ from: '00:00', to: '24:00' }] as const;
const calendar = {
  timeZone: 'UTC',
  week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY, 7: DAY },
  holidays: [],
} as const;
const complaintReport = complaintReportIn({ calendar });

/** Around the clock, with due times that no story reaches. */
export const rules = complaint(
  policyOf({
    calendar,
    hoursToResolve: { low: 5000, medium: 4000, high: 3000, critical: 2500 },
    hoursToRespond: { low: 400, medium: 300, high: 200, critical: 100 },
  }),
);

export type Dated = DatedOf<ComplaintCommand>;
type Sent<C> = C extends { readonly complaintId: string } ? Omit<C, 'complaintId'> : never;

export const said = (occurredAt: string, command: Sent<ComplaintCommand>): Dated => ({
  occurredAt,
  command: { ...command, complaintId, occurredAt },
});
export const file = (occurredAt: string): Dated => ({
  occurredAt,
  command: { type: 'FileComplaint', ...ids, ...grievance },
});
export const assign = (occurredAt: string, id: string) =>
  said(occurredAt, { type: 'AssignComplaint', assignee: { id } });
export const escalate = (occurredAt: string, to: Tier) =>
  said(occurredAt, { type: 'EscalateComplaint', to, reason: 'unanswered' });
export const correct = (occurredAt: string, changes: Correction) =>
  said(occurredAt, { type: 'ChangeComplaint', ...changes });
export const rate = (occurredAt: string, score: number) => said(occurredAt, { type: 'RateSatisfaction', score });
export const resolve = (occurredAt: string) =>
  said(occurredAt, { type: 'ResolveComplaint', rootCause: 'meters', remedy: 'refund' });
export const reopen = (occurredAt: string) => said(occurredAt, { type: 'ReopenComplaint', reason: 'again' });

export const logAfter = (...commands: readonly Dated[]) =>
  datedLog(rules, commands, { customer: { ...NOT_KNOWN, isRegistered: true }, dealOf: ids.customerId });

export const boardOf = (log: readonly RecordedEvent[]) => project(complaintBoard, log).get(complaintId)!;
const shown = (log: readonly RecordedEvent[]) => complaintBoard.answer.of(boardOf(log));

/** What is shown, found and reported, apart from the place in the log. */
export const truthOf = (log: readonly RecordedEvent[]) => {
  const fact = project(complaintReport, log).get(complaintId)!;
  return {
    page: partAfter(complaintsPart, log),
    board: shown(log),
    found: fieldsOf(complaintBoard, boardOf(log)),
    reported: { ...complaintReport.answer.of(fact), ...fieldsOf(complaintReport, fact) },
  };
};
