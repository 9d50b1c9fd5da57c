import { systemCommand } from '@annals/command-bus';
import { customerId } from '@annals/contracts-values';

/** Sent when an import that registered the customer is undone. */
export class WithdrawCustomer extends systemCommand('WithdrawCustomer', { customerId }, { about: 'customerId' }) {}
