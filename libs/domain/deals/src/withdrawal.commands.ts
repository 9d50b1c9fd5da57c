import { systemCommand } from '@annals/command-bus';
import { dealId } from '@annals/contracts-deals';

/** Sent when an import that opened the deal is undone. */
export class WithdrawDeal extends systemCommand('WithdrawDeal', { dealId }, { about: 'dealId' }) {}
