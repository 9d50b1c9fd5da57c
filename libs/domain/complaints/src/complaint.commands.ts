import { command, Fits, Required } from '@annals/command-bus';
import { grievance, rating, resolution, tier } from '@annals/contracts-complaints';
import type { Grievance, Rating, Tier } from '@annals/contracts-complaints';
import { id, label, staff, type Staff } from '@annals/contracts-values';

/** When it is due follows from its severity and the business hours. */
export class FileComplaint extends command('FileComplaint') {
  @Fits(id) readonly complaintId!: string;
  @Fits(id) readonly customerId!: string;
  @Fits(grievance.shape.channel) readonly channel!: Grievance['channel'];
  @Fits(grievance.shape.category) readonly category!: string;
  @Fits(grievance.shape.severity) readonly severity!: Grievance['severity'];
  @Fits(grievance.shape.subject) readonly subject!: string;
  @Fits(grievance.shape.text) readonly text!: string;
  @Fits(grievance.shape.product) readonly product?: Grievance['product'];
  @Fits(grievance.shape.dealId) readonly dealId?: Grievance['dealId'];
}

export class AssignComplaint extends command('AssignComplaint') {
  @Fits(id) readonly complaintId!: string;
  @Fits(staff) readonly assignee!: Staff;
}

export class EscalateComplaint extends command('EscalateComplaint') {
  @Fits(id) readonly complaintId!: string;
  @Fits(tier) readonly to!: Tier;
  @Required() @Fits(label) declare readonly reason: string;
}

export class ResolveComplaint extends command('ResolveComplaint') {
  @Fits(id) readonly complaintId!: string;
  @Fits(resolution.shape.rootCause) readonly rootCause!: string;
  @Fits(resolution.shape.remedy) readonly remedy!: string;
}

/** It gets a new due time. */
export class ReopenComplaint extends command('ReopenComplaint') {
  @Fits(id) readonly complaintId!: string;
  @Required() @Fits(label) declare readonly reason: string;
}

/** `score` from 1, very dissatisfied, to 5, very satisfied; the last rating counts. */
export class RateSatisfaction extends command('RateSatisfaction') {
  @Fits(id) readonly complaintId!: string;
  @Fits(rating.shape.score) readonly score!: number;
  @Fits(rating.shape.comment) readonly comment?: Rating['comment'];
}
