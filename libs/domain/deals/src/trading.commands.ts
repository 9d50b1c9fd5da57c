import { systemCommand } from '@annals/command-bus';
import { dealId } from '@annals/contracts-deals';

/** Sent when a quote of the deal was accepted. */
export class BeginTrading extends systemCommand('BeginTrading', { dealId }, { about: 'dealId' }) {}
