import type { Quote, Status } from './quote-types.js';

/** The acts that a quote allows: commands by their names, and its revision on another page. */
export type Act =
  | 'SendQuote'
  | 'RequestQuoteApproval'
  | 'ApproveQuote'
  | 'RefuseQuoteApproval'
  | 'AcceptQuote'
  | 'DeclineQuote'
  | 'WithdrawQuote'
  | 'ReviseQuote';

/** The main act, the one beside it, and those in the menu. */
export type Acts = { readonly main?: Act; readonly second?: Act; readonly more: readonly Act[] };

export type Caller = { readonly userId: string; readonly mayWrite: boolean; readonly mayApprove: boolean };

const OF_WRITERS: Readonly<Record<Status, Acts>> = {
  draft: { main: 'SendQuote', second: 'ReviseQuote', more: ['RequestQuoteApproval', 'WithdrawQuote'] },
  'awaiting-approval': { second: 'ReviseQuote', more: ['WithdrawQuote'] },
  approved: { main: 'SendQuote', more: ['ReviseQuote', 'WithdrawQuote'] },
  refused: { main: 'ReviseQuote', more: ['RequestQuoteApproval', 'WithdrawQuote'] },
  sent: { main: 'AcceptQuote', second: 'DeclineQuote', more: ['ReviseQuote', 'WithdrawQuote'] },
  accepted: { more: [] },
  declined: { main: 'ReviseQuote', more: [] },
  expired: { main: 'ReviseQuote', more: ['AcceptQuote', 'DeclineQuote'] },
  withdrawn: { more: [] },
};

/** Whether the caller asked for the approval or prepared the version, and so does not decide on it. */
export const isInvolved = ({ preparedBy, approval }: Quote, userId: string): boolean =>
  [preparedBy?.id, approval?.requestedBy?.id].includes(userId);

/** What a quote waits for: what the caller can do about it comes first. */
export const actsOn = (quote: Quote, { userId, mayWrite, mayApprove }: Caller): Acts => {
  const own: Acts = mayWrite ? OF_WRITERS[quote.status] : { more: [] };
  const decides = quote.status === 'awaiting-approval' && mayApprove && !isInvolved(quote, userId);
  if (!decides) return own;
  const menu: readonly Act[] = mayWrite ? ['ReviseQuote', 'WithdrawQuote'] : [];
  return { main: 'ApproveQuote', second: 'RefuseQuoteApproval', more: menu };
};
