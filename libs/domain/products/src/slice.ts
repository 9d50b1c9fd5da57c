import { daysIn } from '@annals/analytics';
import { catalogueProblems, productContracts } from '@annals/contracts-products';
import { priceList, productList } from '@annals/projections-products';
import { aggregate, slice, UNPUBLISHED } from '@annals/slice';
import * as priceCommands from './price.commands.js';
import { priceProblems } from './price.problems.js';
import { productPrice } from './price.questions.js';
import * as commands from './product.commands.js';
import { product } from './product.decider.js';
import { productProblems } from './product.problems.js';

export const products = slice({
  name: 'products',
  title: { en: 'Products and prices', zh: '产品与价格' },
  summary: {
    en: 'The catalogue of products, with categories, units, tax classes, substitutes and bundles, and when each product is offered; price lists with quantity steps.',
    zh: '产品目录：类别、单位、税种、替代品、组合产品及各产品的在售期间；含数量阶梯的价目表。',
  },
  process: 'sales',
  events: productContracts,
  problems: [catalogueProblems, productProblems, priceProblems],
  aggregates: ({ calendar }) => [
    aggregate(product, { ...commands, ...priceCommands }, [productPrice(daysIn(calendar.timeZone))]),
  ],
  views: (company) => [productList(company), priceList(company)],
  rights: {
    'products.read': {
      about: 'installation',
      en: 'See the catalogue of products and price lists',
      zh: '查看产品目录和价目表',
    },
    'products.write': {
      ...{ about: 'installation', imported: true },
      ...{
        en: 'Add, change, withdraw and reinstate products, set and end prices',
        zh: '添加、变更、停售和恢复销售产品，设置和终止价格',
      },
    },
  },
  grants: {
    sales: { all: ['products.read'] },
    service: { all: ['products.read'] },
    marketing: { all: ['products.read'] },
    manager: { all: ['products.read', 'products.write'] },
    auditor: { all: ['products.read'] },
    analyst: { all: ['products.read'] },
    integration: { all: ['products.read', 'products.write'] },
  },
  // What is published is ordered by customer, and the catalogue is about none.
  published: {
    ProductAdded: UNPUBLISHED,
    ProductChanged: UNPUBLISHED,
    ProductWithdrawn: UNPUBLISHED,
    ProductReinstated: UNPUBLISHED,
    PriceSet: UNPUBLISHED,
    PriceEnded: UNPUBLISHED,
  },
});
