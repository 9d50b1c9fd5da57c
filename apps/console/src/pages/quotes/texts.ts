import { texts } from '../../words/texts.js';

export const useQuotesTexts = texts({
  title: ['Quotes', '报价单'],
  desks: ['Which quotes', '报价单范围'],
  mine: ['Mine', '我的'],
  waiting: ['Awaiting approval', '待审批'],
  sent: ['Sent', '已发送'],
  expiring: ['Expiring in 7 days', '7 天内到期'],
  ended: ['Ended', '已结束'],
  search: ['Number or title', '单号或标题'],
  none: ['No quote here', '此处没有报价单'],
  noneWhy: ['A quote is drafted on the page of a deal.', '报价单在商机页面起草。'],
  draft: ['Draft a quote', '起草报价单'],
});
