import { every } from '@annals/event-sourcing';
import { complaintBoard } from '@annals/projections-complaints';
import { NoteOverdue } from './clock.commands.js';

/** Records that the due time of a complaint passed; the event is dated at the due time. */
export const noteOverdue = every({
  name: 'complaint-overdue',
  summary: { en: 'Record that a complaint became overdue', zh: '记录投诉超期' },
  view: complaintBoard,
  due: 'runsOutAt',
  send: ({ complaintId }) => [NoteOverdue.of({ complaintId })],
});
