import type { ComplaintEvent } from '@annals/contracts-complaints';
import { every, when, type Of } from '@annals/event-sourcing';
import { complaintBoard } from '@annals/projections-complaints';
import { EscalateOverdue, NoteOverdue } from './clock.commands.js';

/** Records that the due time of a complaint passed; the event is dated at the due time. */
export const noteOverdue = every({
  name: 'complaint-overdue',
  summary: { en: 'Record that a complaint became overdue', zh: '记录投诉超期' },
  view: complaintBoard,
  due: 'runsOutAt',
  send: ({ complaintId }) => [NoteOverdue.of({ complaintId })],
});

const WEEK = 7 * 86_400_000; // ms

/** What was overdue for longer when it became known, as after an import, is listed and not escalated. */
const isRecent = (dueAt: string, recordedAt: string) => Date.parse(recordedAt) - Date.parse(dueAt) <= WEEK;

/** A breach escalates a complaint once. */
export const escalateOverdue = when<Of<ComplaintEvent, 'ComplaintBecameOverdue'>>({
  name: 'escalate-overdue',
  summary: { en: 'Escalate a complaint that became overdue', zh: '超期投诉自动升级' },
  on: {
    ComplaintBecameOverdue: ({ data: { complaintId, dueAt, tier }, recordedAt }) =>
      isRecent(dueAt, recordedAt) ? [EscalateOverdue.of({ complaintId, dueAt, tier })] : [],
  },
});
