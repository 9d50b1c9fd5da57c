import { problems, type Words } from '@annals/event-sourcing';

const FOLLOWED: Readonly<Record<'change', Words>> = { change: { en: 'last change', zh: '最近一次变更' } };

export const productProblems = problems({
  ProductAlreadyAdded: {
    kind: 'conflict',
    title: { en: 'Product already added', zh: '产品已添加' },
    detail: {
      en: 'Product {productId} is in the catalogue already, with other content. Change that product, or send another id.',
      zh: '产品 {productId} 已在目录中，且内容不同。请变更该产品，或使用其他编号。',
    },
    example: { productId: 'p-11' },
  },
  ProductOffersReversed: {
    kind: 'conflict',
    title: { en: 'Offered until before offered from', zh: '在售截止日早于起始日' },
    detail: {
      en: 'The product would be offered from {activeFrom} until {activeUntil}. Send a last day that is not before the first one.',
      zh: '该产品的在售期间为 {activeFrom} 至 {activeUntil}。截止日不得早于起始日，请更正。',
    },
    example: { activeFrom: '2026-01-01', activeUntil: '2025-12-31' },
  },
  ProductRefersToItself: {
    kind: 'conflict',
    title: { en: 'Product refers to itself', zh: '产品引用自身' },
    detail: {
      en: 'Product {productId} cannot be its own substitute or a part of its own bundle. Name other products.',
      zh: '产品 {productId} 不能是自身的替代品或自身组合的组成部分。请指定其他产品。',
    },
    example: { productId: 'p-11' },
  },
  ProductNamedTwice: {
    kind: 'conflict',
    title: { en: 'Product named twice', zh: '产品重复' },
    detail: {
      en: '`{field}` names product {productId} twice. Name each product once.',
      zh: '`{field}` 中产品 {productId} 出现了两次。每个产品请只列一次。',
    },
    example: { field: 'substitutes', productId: 'p-12' },
  },
  BundleInBundle: {
    kind: 'conflict',
    title: { en: 'Bundle in a bundle', zh: '组合产品不能嵌套' },
    detail: {
      en: 'Product {productId} is a bundle, and cannot be a part of another one. Name the products that it consists of.',
      zh: '产品 {productId} 是组合产品，不能作为其他组合的组成部分。请直接列出其所含产品。',
    },
    example: { productId: 'p-12' },
  },
  BundleQuantityNotPositive: {
    kind: 'conflict',
    title: { en: 'Quantity in a bundle not above zero', zh: '组合数量须大于零' },
    detail: {
      en: 'The bundle would contain {quantity} of product {productId}. Send a quantity above zero.',
      zh: '组合中产品 {productId} 的数量为 {quantity}。数量须大于零，请更正。',
    },
    example: { productId: 'p-12', quantity: '0' },
  },
  ProductAlreadyWithdrawn: {
    kind: 'conflict',
    title: { en: 'Product already withdrawn', zh: '产品已停售' },
    detail: {
      en: 'Product {productId} is withdrawn from {from} already, or for another reason. Reinstate it to withdraw it anew.',
      zh: '产品 {productId} 已自 {from} 起停售，或停售原因不同。如需重新停售，请先恢复销售。',
    },
    example: { productId: 'p-11', from: '2026-03-01' },
  },
  ProductNotWithdrawn: {
    kind: 'conflict',
    title: { en: 'Product not withdrawn', zh: '产品未停售' },
    detail: {
      en: 'Product {productId} is not withdrawn. Reinstate withdrawn products only.',
      zh: '产品 {productId} 并未停售。请仅恢复已停售的产品。',
    },
    example: { productId: 'p-11' },
  },
  ProductOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before what it follows', zh: '发生时间早于其前提' },
    detail: {
      en: 'The {follows} of the product was at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '该产品的{follows}时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    values: { follows: FOLLOWED },
    example: { follows: 'change', since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
});
