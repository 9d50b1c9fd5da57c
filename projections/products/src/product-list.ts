import { dayAfter, daysIn, zoneOf } from '@annals/analytics';
import { entry, type ProductEvent } from '@annals/contracts-products';
import { configured, instant, revised, text, texts, view, whenKnown } from '@annals/event-sourcing';
import { folded, queryWords, searchWords } from '@annals/text';
import { product, status, type ProductDocument } from './product.js';

export type { ProductDocument } from './product.js';

const [EARLIEST, NEVER] = ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'];

/** The first days on which a product is not offered any more. */
const endsOf = ({ activeUntil, withdrawnFrom }: ProductDocument): readonly string[] => [
  ...(activeUntil === null ? [] : [dayAfter(activeUntil)]),
  ...(withdrawnFrom === null ? [] : [withdrawnFrom]),
];

const wordsOf = ({ name, nameZh, code }: ProductDocument) => [
  ...new Set([name, nameZh ?? '', code ?? ''].flatMap(searchWords)),
];

/** One document for each product of the catalogue. The days on which it is offered are those of the company's time zone. */
export const productList = configured(zoneOf, ({ timeZone }) => {
  const { startOf } = daysIn(timeZone);
  const starts = (day: string) => startOf(day).toISOString();
  return view<ProductEvent, ProductDocument>()({
    name: 'product-list',
    version: 1,
    about: 'installation',
    key: ({ data }) => data.productId,
    on: revised<ProductEvent, ProductDocument>({
      ProductAdded: (_, { data, occurredAt: addedAt }) => ({
        ...data,
        ...{ status: 'offered', withdrawnFrom: null, reason: null, addedAt },
      }),
      ProductChanged: whenKnown((known, { data: { after } }) => ({ ...known, ...(after as Partial<ProductDocument>) })),
      ProductWithdrawn: whenKnown((known, { data: { from: withdrawnFrom, reason } }) => ({
        ...{ ...known, status: 'withdrawn', withdrawnFrom, reason },
      })),
      ProductReinstated: whenKnown((known, { data: { reason } }) => ({
        ...{ ...known, status: 'offered', withdrawnFrom: null, reason },
      })),
      PriceSet: whenKnown((known) => known),
      PriceEnded: whenKnown((known) => known),
    }),
    fields: {
      status: text((known) => known.status, { schema: status }),
      category: text(({ category }) => category),
      unit: text(({ unit }) => unit),
      taxClass: text(({ taxClass }) => taxClass, { schema: entry.shape.taxClass }),
      code: text(({ code }) => code),
      name: text(({ name }) => folded(name)),
      substitute: texts(({ substitutes }) => substitutes),
      part: texts(({ bundle }) => bundle.map(({ productId }) => productId)),
      addedAt: instant(({ addedAt }) => addedAt),
      offeredFrom: instant(({ activeFrom }) => (activeFrom === null ? EARLIEST : starts(activeFrom))),
      /** When it is not offered any more. */
      offeredUntil: instant((known) => endsOf(known).map(starts).toSorted()[0] ?? NEVER),
      words: texts(wordsOf),
    },
    indexes: [['name'], ['code'], ['addedAt'], ['offeredUntil'], ['category', 'name'], ['status', 'name']],
    personal: [],
    revision: ({ revision }) => revision,
    answer: { schema: product, of: ({ revision: _, ...shown }) => shown },
    list: {
      path: 'products',
      summary: {
        en: 'Search products by words, category, status, tax class, substitute and part of a bundle',
        zh: '按关键词、类别、状态、税种、替代品和组合组成部分搜索产品',
      },
      record: { name: 'Product', en: 'product', zh: '产品', id: 'productId' },
      needs: 'products.read',
      filters: ['status', 'category', 'unit', 'taxClass', 'code', 'substitute', 'part'],
      search: { field: 'words', words: queryWords, of: 'name, Chinese name and code' },
      conditions: {
        onSale: (now) => [
          { field: 'offeredFrom', from: '', to: new Date(now.getTime() + 1).toISOString() },
          { field: 'offeredUntil', from: new Date(now.getTime() + 1).toISOString() },
        ],
      },
      sorts: ['name', 'code', 'addedAt'],
    },
    namedAs: { product: { of: ({ name }) => name } },
  });
});
