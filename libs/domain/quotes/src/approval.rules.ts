import { QuoteApprovalRefused, QuoteApprovalRequested, QuoteApproved } from '@annals/contracts-quotes';
import type { Approval, QuoteEvent } from '@annals/contracts-quotes';
import type { Decider, Of } from '@annals/event-sourcing';
import { approvalProblems } from './approval.problems.js';
import type { Around } from './quote.around.js';
import { aboutOf, expectAfter, expectGoingOn, known, lastOf, valueOf } from './quote.guards.js';
import { figuresOf, isBy, isWithin, type By } from './quote.offering.js';
import type { Settings } from './quote.rules.js';
import type { Drafted, Quote, Version } from './quote.state.js';
import type { QuoteCommand } from './quote.types.js';

const { reject } = approvalProblems;

type Rules = Decider<QuoteCommand, Quote, QuoteEvent, Around>['decide'];
type ApprovalRules = Pick<Rules, 'RequestQuoteApproval' | 'ApproveQuote' | 'RefuseQuoteApproval'>;

/** The request that a decision is on; `repeated` if it was decided in this way already. */
const requestIn = (found: Drafted, command: { readonly requestId: string }, status: Approval['status']) => {
  const { requestId } = command;
  const last = lastOf(found);
  const { approval } = last;
  if (approval?.requestId !== requestId) return reject('QuoteApprovalUnknown', { requestId });
  return { last, approval, repeated: approval.status === status };
};

type Request = Of<QuoteCommand, 'RequestQuoteApproval'>;

/** Rejects a decision by who asked for it or prepared the version. */
const expectOther = (decidedBy: By, { authors }: Version, { requestedBy }: Approval) => {
  const userId = decidedBy?.id;
  if (userId !== undefined && (userId === requestedBy?.id || authors.includes(userId)))
    reject('QuoteApproverInvolved', { userId });
};

const expectUndecided = ({ status, requestId }: Approval) => {
  if (status !== 'requested') reject('QuoteApprovalAlreadyDecided', { requestId });
};

const isRequested = ({ requestId, requestedBy, remark = '' }: Request, { approval }: Version) =>
  approval?.requestId === requestId && isBy(requestedBy, approval.requestedBy) && remark === (approval.remark ?? '');

/** Rejects a request for a version that is sent, or while another one holds. */
const expectRequestable = ({ requestId }: Request, { version, sentAt, approval }: Version) => {
  if (sentAt !== null) reject('QuoteAlreadySent', { version });
  if (approval && (approval.status !== 'refused' || approval.requestId === requestId))
    reject('QuoteApprovalAlreadyRequested', { version, requestId: approval.requestId });
};

/** Four eyes over what is above the limits of a role, before a quote is sent. */
export const approvalRules = ({ limits }: Settings): ApprovalRules => ({
  RequestQuoteApproval: (command, quote, at) => {
    const { quoteId, requestId, remark = null, requestedBy = null } = command;
    const found = known(quote, quoteId);
    const last = lastOf(found);
    const { version, terms } = last;
    if (isRequested(command, last)) return [];
    expectGoingOn(found);
    expectRequestable(command, last);
    expectAfter(command, at, found.moved);
    const request = { version, requestId, requestedBy, remark, ...valueOf(terms) };
    return [QuoteApprovalRequested.event({ ...aboutOf(found), ...request })];
  },

  ApproveQuote: (command, quote, at, around) => {
    const { quoteId, requestId, remark = null, decidedBy } = command;
    const found = known(quote, quoteId);
    const { last, approval, repeated } = requestIn(found, command, 'approved');
    if (repeated && isBy(decidedBy, approval.decidedBy) && remark === approval.answer) return [];
    expectUndecided(approval);
    expectGoingOn(found);
    expectOther(decidedBy, last, approval);
    if (!isWithin(limits, decidedBy, last, around)) reject('QuoteAboveApprover', figuresOf(last));
    expectAfter(command, at, found.moved);
    const { requestedBy } = approval;
    const said = { version: last.version, requestId, requestedBy, decidedBy: decidedBy ?? null, remark };
    return [QuoteApproved.event({ ...aboutOf(found), ...said, ...valueOf(last.terms) })];
  },

  RefuseQuoteApproval: (command, quote, at) => {
    const { quoteId, requestId, reason, decidedBy } = command;
    const found = known(quote, quoteId);
    const { last, approval, repeated } = requestIn(found, command, 'refused');
    if (repeated && isBy(decidedBy, approval.decidedBy) && approval.answer === reason) return [];
    expectUndecided(approval);
    expectGoingOn(found);
    expectOther(decidedBy, last, approval);
    expectAfter(command, at, found.moved);
    const { requestedBy } = approval;
    const said = { version: last.version, requestId, requestedBy, decidedBy: decidedBy ?? null, reason };
    return [QuoteApprovalRefused.event({ ...aboutOf(found), ...said, ...valueOf(last.terms) })];
  },
});
