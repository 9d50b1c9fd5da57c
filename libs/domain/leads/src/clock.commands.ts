import { systemCommand } from '@annals/command-bus';
import { leadId, recycleOn } from '@annals/contracts-leads';
import { id, staff } from '@annals/contracts-values';

/** Sent for each open lead of a user whose work is handed over. */
export class PassLead extends systemCommand('PassLead', { leadId, userId: id, to: staff }, { about: 'leadId' }) {}

/** Issued by the clock on the day on which a disqualified lead is to be open again. */
export class RecycleDueLead extends systemCommand('RecycleDueLead', { leadId, recycleOn }, { about: 'leadId' }) {}
