import { systemCommand } from '@annals/command-bus';
import { customerId, id, staff } from '@annals/contracts-values';

/** Sent for each customer of a user whose work is handed over. */
export class PassCustomer extends systemCommand(
  'PassCustomer',
  { customerId, userId: id, to: staff },
  { about: 'customerId' },
) {}
