import { texts } from '../../words/texts.js';

export const useProductTexts = texts({
  products: ['Products', '产品'],
  here: ['Product', '产品'],
  facts: ['Facts', '基本信息'],
  prices: ['Prices', '价格'],
  price: ['Set a price', '设置价格'],
  withdraw: ['Withdraw', '停售'],
  reinstate: ['Reinstate', '恢复销售'],
  list: ['Price list', '价目表'],
  segment: ['Segment', '客户细分'],
  everybody: ['All customers', '所有客户'],
  days: ['Valid', '有效期'],
  steps: ['Quantity steps', '数量阶梯'],
  from: ['from {{quantity}}', '{{quantity}} 起'],
  since: ['from {{from}}', '{{from}} 起'],
  between: ['{{from}} to {{until}}', '{{from}} 至 {{until}}'],
  end: ['End', '终止'],
  actions: ['Actions', '操作'],
  none: ['No price list has this product yet.', '尚无价目表包含该产品。'],
  bundle: ['Consists of', '组成'],
  substitutes: ['Substitutes', '替代品'],
});
