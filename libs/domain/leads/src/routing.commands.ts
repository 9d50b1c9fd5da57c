import { systemCommand } from '@annals/command-bus';
import { leadId, notedRule, routed, ruleId } from '@annals/contracts-leads';

const { entry, isOn } = notedRule;

/** Sent when a rule is added, changed or switched. */
export class NoteLeadRule extends systemCommand('NoteLeadRule', { ruleId, entry, isOn }, { about: null }) {}

/** Sent when a lead is captured without an owner, or was not answered in time. */
export class RouteLead extends systemCommand('RouteLead', { leadId, asked: routed }, { about: null }) {}

/** Sent when a lead ends, or is assigned by a user. */
export class ReleaseLead extends systemCommand('ReleaseLead', { leadId }, { about: null }) {}
