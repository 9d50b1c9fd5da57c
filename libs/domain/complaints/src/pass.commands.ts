import { systemCommand } from '@annals/command-bus';
import { complaintId } from '@annals/contracts-complaints';
import { id, staff } from '@annals/contracts-values';

/** Sent for each open complaint of a user whose work is handed over. */
export class PassComplaint extends systemCommand(
  'PassComplaint',
  { complaintId, userId: id, to: staff },
  { about: 'complaintId' },
) {}
