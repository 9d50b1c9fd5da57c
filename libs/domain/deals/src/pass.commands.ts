import { systemCommand } from '@annals/command-bus';
import { dealId } from '@annals/contracts-deals';
import { id, staff } from '@annals/contracts-values';

/**
 * Sent for each open deal of a customer that gets another owner. `from` is the previous owner, `null` for the user who
 * registered the customer.
 */
export class FollowOwner extends systemCommand('FollowOwner', { dealId, from: id.nullable() }, { about: 'dealId' }) {}

/** Sent for each open deal of a user whose work is handed over. */
export class PassDeal extends systemCommand('PassDeal', { dealId, userId: id, to: staff }, { about: 'dealId' }) {}
