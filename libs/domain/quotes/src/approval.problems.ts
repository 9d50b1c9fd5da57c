import { problems } from '@annals/event-sourcing';

export const approvalProblems = problems({
  QuoteNeedsApproval: {
    kind: 'conflict',
    title: { en: 'Quote needs approval', zh: '报价单须审批' },
    detail: {
      en: 'A discount of {discount} % and a total of {total} are above the limits of your role. Ask for approval first: send `RequestQuoteApproval`.',
      zh: '{discount}% 的折扣、{total} 的价税合计超出您角色的权限。请先提交审批。',
    },
    example: { discount: '15.00', total: '1250.00 CNY' },
  },
  QuoteApprovalAlreadyRequested: {
    kind: 'conflict',
    title: { en: 'Approval already requested', zh: '已提交审批' },
    detail: {
      en: 'Version {version} waits for a decision on request {requestId}, or is approved. Wait for the decision, or revise the quote: send `ReviseQuote`.',
      zh: '版本 {version} 的审批申请 {requestId} 正在等待决定或已批准。请等待决定，或修订报价单。',
    },
    example: { version: 1, requestId: 'ar-1' },
  },
  QuoteAlreadySent: {
    kind: 'conflict',
    title: { en: 'Quote already sent', zh: '报价单已发送' },
    detail: {
      en: 'Version {version} is sent already. Revise the quote to begin a new version: send `ReviseQuote`.',
      zh: '版本 {version} 已发送。如需新版本，请修订报价单。',
    },
    example: { version: 1 },
  },
  QuoteApprovalUnknown: {
    kind: 'missing',
    title: { en: 'Approval request not found', zh: '审批申请不存在' },
    detail: {
      en: 'The last version of the quote has no request {requestId}; a revision ends the request before it. Read the quote again.',
      zh: '报价单的最新版本没有审批申请 {requestId}；修订后原申请失效。请重新查看报价单。',
    },
    example: { requestId: 'ar-1' },
  },
  QuoteApprovalAlreadyDecided: {
    kind: 'conflict',
    title: { en: 'Approval already decided', zh: '审批已有决定' },
    detail: {
      en: 'Request {requestId} is decided already, by another user or otherwise. Read the quote again; a new request needs a new decision.',
      zh: '审批申请 {requestId} 已由他人决定或决定不同。请重新查看报价单；重新审批须重新提交申请。',
    },
    example: { requestId: 'ar-1' },
  },
  QuoteApproverInvolved: {
    kind: 'conflict',
    title: { en: 'Approval by another user', zh: '须由他人审批' },
    detail: {
      en: '{userId} prepared this version or asked for its approval, and cannot decide on it. Ask another user.',
      zh: '{userId} 编制了该版本或提交了审批，不能审批。请由其他用户审批。',
    },
    example: { userId: 'li.na' },
  },
  QuoteAboveApprover: {
    kind: 'conflict',
    title: { en: 'Above the limits of the approver', zh: '超出审批人权限' },
    detail: {
      en: 'A discount of {discount} % and a total of {total} are above the limits of your role, too. Ask a user with higher limits.',
      zh: '{discount}% 的折扣、{total} 的价税合计也超出您角色的权限。请由权限更高的用户审批。',
    },
    example: { discount: '35.00', total: '1250.00 CNY' },
  },
});
