import { texts } from '../../words/texts.js';

export const usePrintTexts = texts({
  back: ['Back to the quote', '返回报价单'],
  print: ['Print', '打印'],
  quote: ['Quote', '报价单'],
  draft: ['Draft, not sent', '草稿，未发送'],
  number: ['Number', '单号'],
  version: ['Version', '版本'],
  date: ['Date', '日期'],
  validUntil: ['Valid until', '有效期至'],
  from: ['From', '发件人'],
  to: ['To', '收件人'],
  place: ['No.', '序号'],
  product: ['Product', '产品'],
  quantity: ['Quantity', '数量'],
  unitPrice: ['Unit price', '单价'],
  discount: ['Discount', '折扣'],
  taxClass: ['Tax', '税种'],
  net: ['Net, {{currency}}', '净额（{{currency}}）'],
  paymentTerms: ['Payment terms', '付款条件'],
  notes: ['Notes', '备注'],
});
