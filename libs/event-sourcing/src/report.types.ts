import { z } from 'zod';
import { number, text, view, type Event } from './index.js';

// What the compiler has to refuse. An error that no longer comes fails `npm run types`.

type Sold = Event<'Sold', { readonly id: string; readonly day: string }>;
type Sale = { readonly day: string; readonly shop: string; readonly items: number };

const words = { en: 'Sales', zh: '销售' };
const base = {
  name: 'sales',
  version: 1,
  key: () => 'a',
  personal: [],
  about: 'installation',
  on: { Sold: (last: Sale | null) => last },
  fields: {
    day: text(({ day }: Sale) => day),
    shop: text(({ shop }: Sale) => shop),
    items: number(({ items }: Sale) => items),
  },
  answer: { schema: z.object({ shop: z.string() }), of: ({ shop }: Sale) => ({ shop }) },
} as const;
const measures = {
  items: { ...words, of: ({ items, count }: Readonly<Record<'items' | 'count', number>>) => items / count },
};
const report = { name: 'sales', summary: words, dimensions: ['shop'], sum: ['items'], measures, time: 'day' } as const;

export const sales = view<Sold, Sale>()({
  ...base,
  report: { ...report, labels: { shop: ({ shop }) => shop } },
});

// @ts-expect-error: no such field to group by
view<Sold, Sale>()({ ...base, report: { ...report, dimensions: ['shpo'] } });

// @ts-expect-error: no such field to add up
view<Sold, Sale>()({ ...base, report: { ...report, sum: ['itmes'], measures: {} } });

// @ts-expect-error: a measure of a sum that is not made
view<Sold, Sale>()({ ...base, report: { ...report, sum: [] } });

// @ts-expect-error: no such field to be the time
view<Sold, Sale>()({ ...base, report: { ...report, time: 'dya' } });

// @ts-expect-error: nothing is taken for granted of a field that there is not
view<Sold, Sale>()({ ...base, report: { ...report, defaults: { shpo: 'a' } } });

// @ts-expect-error: a measure in one language
view<Sold, Sale>()({ ...base, report: { ...report, measures: { items: { en: 'Items', of: () => 1 } } } });
