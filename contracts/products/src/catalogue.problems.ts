import { problems } from '@annals/event-sourcing';

/** Problems of products that other records name, raised by rules of several slices. */
export const catalogueProblems = problems({
  ProductUnknown: {
    kind: 'missing',
    reference: true,
    title: { en: 'Product not found', zh: '产品不存在' },
    detail: {
      en: 'There is no product {productId} in the catalogue. Check the id, or add the product first.',
      zh: '目录中没有产品 {productId}。请核对编号，或先添加该产品。',
    },
    example: { productId: 'p-11' },
  },
  ProductNotOffered: {
    kind: 'reference',
    title: { en: 'Product not offered', zh: '产品不在售' },
    detail: {
      en: 'Product {productId} is not offered on {day}. Name one that is offered, such as a substitute, or send the line without `productId`.',
      zh: '产品 {productId} 在 {day} 不在售。请使用在售的产品（例如替代品），或发送不含 `productId` 的明细。',
    },
    example: { productId: 'p-11', day: '2026-03-01', substitutes: ['p-12'] },
  },
});
