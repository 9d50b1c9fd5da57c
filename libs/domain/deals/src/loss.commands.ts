import { systemCommand } from '@annals/command-bus';
import { competitor, dealId, reason } from '@annals/contracts-deals';

/** Sent for each open deal of a customer who was lost, with the reason of the loss. */
export class LoseDeal extends systemCommand(
  'LoseDeal',
  { dealId, reason, competitor: competitor.optional() },
  { about: 'dealId' },
) {}
