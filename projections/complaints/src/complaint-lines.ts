import type { ComplaintEvent } from '@annals/contracts-complaints';
import { nameLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';

export const complaintLines: EventLines<ComplaintEvent> = {
  ComplaintFiled: ({ subject }) => subject,
  ComplaintAssigned: ({ assignee }) => nameLine(assignee),
  ComplaintEscalated: ({ from, to, reason }) => `${from} → ${to} · ${reason}`,
  ComplaintResolved: ({ rootCause }) => rootCause,
  ComplaintReopened: ({ reason }) => reason,
  FirstResponseGiven: ({ channel }) => channel,
  ComplaintPaused: ({ reason }) => reason,
  ComplaintResumed: ({ reason }) => reason ?? '',
  ComplaintCommented: ({ text }) => text,
  ComplaintChanged: ({ after }) => Object.keys(after).join(', '),
  ComplaintBecameOverdue: ({ dueAt }) => dueAt,
  ComplaintWithdrawn: ({ reason }) => reason,
  SatisfactionRated: ({ score }) => `${score} / 5`,
};
