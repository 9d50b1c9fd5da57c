import { systemCommand } from '@annals/command-bus';
import { assignment, leadId, leadOwner, respondBy } from '@annals/contracts-leads';
import { id } from '@annals/contracts-values';

/** Sent when a rule has assigned a lead; `missedBy` is the owner until then. */
export class AssignRoutedLead extends systemCommand(
  'AssignRoutedLead',
  { leadId, owner: leadOwner, assignment, respondBy: respondBy.optional(), missedBy: id.optional() },
  { about: 'leadId' },
) {}

/** Issued by the clock when a lead was not answered in time. */
export class MissLeadResponse extends systemCommand('MissLeadResponse', { leadId, respondBy }, { about: 'leadId' }) {}
