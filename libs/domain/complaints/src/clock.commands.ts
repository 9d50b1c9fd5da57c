import { systemCommand } from '@annals/command-bus';
import { complaintId, dueAt, tier } from '@annals/contracts-complaints';

/** Issued by the clock at the due time of an open complaint. */
export class NoteOverdue extends systemCommand('NoteOverdue', { complaintId }, { about: 'complaintId' }) {}

/** Sent when a complaint became overdue: it goes from the tier that it had to the next one. */
export class EscalateOverdue extends systemCommand(
  'EscalateOverdue',
  { complaintId, dueAt, tier },
  { about: 'complaintId' },
) {}
