import { productContracts } from '@annals/contracts-products';
import { productList } from '@annals/projections-products';
import { aggregate, slice, UNPUBLISHED } from '@annals/slice';
import * as commands from './product.commands.js';
import { product } from './product.decider.js';
import { productProblems } from './product.problems.js';

export const products = slice({
  name: 'products',
  title: { en: 'Products', zh: '产品' },
  summary: {
    en: 'The catalogue of products, with categories, units, tax classes, substitutes and bundles, and when each product is offered.',
    zh: '产品目录：类别、单位、税种、替代品、组合产品及各产品的在售期间。',
  },
  process: 'sales',
  events: productContracts,
  problems: [productProblems],
  aggregates: () => [aggregate(product, commands)],
  views: (company) => [productList(company)],
  rights: {
    'products.read': { about: 'installation', en: 'See the catalogue of products', zh: '查看产品目录' },
    'products.write': {
      ...{ about: 'installation', imported: true },
      ...{ en: 'Add, change, withdraw and reinstate products', zh: '添加、变更、停售和恢复销售产品' },
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
  },
});
