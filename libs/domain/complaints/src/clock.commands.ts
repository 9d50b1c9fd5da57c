import { systemCommand } from '@annals/command-bus';
import { complaintId } from '@annals/contracts-complaints';

/** Issued by the clock at the due time of an open complaint. */
export class NoteOverdue extends systemCommand('NoteOverdue', { complaintId }, { about: 'complaintId' }) {}
