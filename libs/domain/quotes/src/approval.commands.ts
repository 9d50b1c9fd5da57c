import { command } from '@annals/command-bus';
import * as contracts from '@annals/contracts-quotes';
import { byCaller } from './by-caller.js';

const about = 'quoteId';
const { quoteId, requestId, remark, reason } = contracts;
const requestedBy = byCaller(contracts.requestedBy);
const decidedBy = byCaller(contracts.decidedBy);

export class RequestQuoteApproval extends command(
  'RequestQuoteApproval',
  { quoteId, requestId, remark: remark.optional(), requestedBy: requestedBy.field },
  {
    post: 'quotes/:quoteId/approvals',
    summary: { en: 'Ask for approval of a quote', zh: '提交报价单审批' },
    description: {
      en: 'Of the last version as it is: a revision ends the request. Another user decides on it, who neither prepared the version nor asked.',
      zh: '针对最新版本的当前内容，修订后申请失效。须由既未编制该版本也未提交申请的其他用户审批。',
    },
    needs: 'quotes.write',
    about,
    creates: 'requestId',
    sets: { requestedBy: requestedBy.of },
  },
) {}

export class ApproveQuote extends command(
  'ApproveQuote',
  { quoteId, requestId, remark: remark.optional(), decidedBy: decidedBy.field },
  {
    post: 'quotes/:quoteId/approvals/:requestId/approve',
    summary: { en: 'Approve a quote', zh: '批准报价单' },
    description: {
      en: 'The discount and the total must be within the limits of a role of the approver.',
      zh: '折扣和价税合计须在审批人角色的权限之内。',
    },
    needs: 'quotes.approve',
    about,
    sets: { decidedBy: decidedBy.of },
  },
) {}

export class RefuseQuoteApproval extends command(
  'RefuseQuoteApproval',
  { quoteId, requestId, reason, decidedBy: decidedBy.field },
  {
    post: 'quotes/:quoteId/approvals/:requestId/refuse',
    summary: { en: 'Refuse the approval of a quote, with a reason', zh: '驳回报价单审批并说明原因' },
    description: {
      en: 'The quote can be revised, and approval asked for again.',
      zh: '报价单可修订后重新提交审批。',
    },
    needs: 'quotes.approve',
    about,
    sets: { decidedBy: decidedBy.of },
  },
) {}
