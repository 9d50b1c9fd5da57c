import { heirOf, type HandOverEvent } from '@annals/contracts-organisation';
import { fanOut } from '@annals/event-sourcing';
import { complaintBoard } from '@annals/projections-complaints';
import type { Responsibility } from '@annals/slice';
import { PassComplaint } from './pass.commands.js';

/** The open complaints that a user handles. */
export const handled: Responsibility = {
  name: 'complaints',
  title: { en: 'Open complaints', zh: '处理中的投诉' },
  view: complaintBoard,
  of: (userId) => [
    { field: 'assignee', is: userId },
    { field: 'status', is: 'open' },
  ],
  list: (userId) => `complaints?assignee=${encodeURIComponent(userId)}&status=open`,
};

export const handOverComplaints = fanOut<HandOverEvent>()({
  name: 'hand-over-complaints',
  summary: { en: 'Hand over the open complaints of a user', zh: '交接用户处理的投诉' },
  view: complaintBoard,
  on: { WorkHandedOver: ({ data: { userId } }) => handled.of(userId) },
  send: ({ complaintId, customerId }, { data: { userId, to } }) => [
    PassComplaint.of({ complaintId, userId, to: heirOf(customerId, to) }),
  ],
});
