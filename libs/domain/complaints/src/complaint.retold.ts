import type { ComplaintEvent } from '@annals/contracts-complaints';
import type { Retold } from '@annals/slice';
import type { ComplaintCommand } from './complaint.types.js';

/** What was decided with the business hours and the hours that a complaint may take. */
export const retold: Retold<ComplaintEvent, ComplaintCommand['type']> = {
  ComplaintFiled: 'FileComplaint',
  FirstResponseGiven: 'RespondToComplaint',
  ComplaintPaused: 'PauseComplaint',
  ComplaintResumed: 'ResumeComplaint',
  ComplaintChanged: { command: 'ChangeComplaint', with: ({ after }) => after },
  ComplaintResolved: 'ResolveComplaint',
  ComplaintReopened: 'ReopenComplaint',
  ComplaintWithdrawn: 'WithdrawComplaint',
  ComplaintBecameOverdue: 'NoteOverdue',
};
