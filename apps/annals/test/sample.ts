import { multiply, subtract, sum } from '@annals/contracts-values';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Client } from './client.js';
import { root } from './stage.js';

type Row = Readonly<Record<string, string>>;
type Figures = { readonly rows: readonly { readonly key: Row; readonly measures: { readonly net: string } }[] };
export type Customers = { readonly items: readonly { readonly name: string }[]; readonly next: string | null };

const folder = `${root}/infra/samples/northwind`;
const table = (name: string) => parse<Row>(readFileSync(`${folder}/${name}.csv`), { columns: true, bom: true });
const by = (name: string, id: string) => new Map(table(name).map((row) => [row[id], row]));

const orders = by('orders', 'OrderID');
const products = by('products', 'ProductID');
const categories = by('categories', 'CategoryID');
const customers = by('customers', 'CustomerID');

const lines = table('order_details').map((line) => {
  const { UnitPrice: price = '', Quantity: quantity = '', Discount: discount = '' } = line;
  const [order, product] = [orders.get(line['OrderID'])!, products.get(line['ProductID'])!];
  return {
    net: multiply(multiply(quantity, price), subtract('1', discount)),
    year: order['OrderDate']!.slice(0, 4),
    country: customers.get(order['CustomerID'])!['Country']!,
    category: categories.get(product['CategoryID'])!['CategoryName']!,
    product: product['ProductName']!,
    owner: `northwind-employee-${order['EmployeeID']}`,
    customer: `northwind-customer-${order['CustomerID']}`,
  };
});

/** The figures of an installation with only the Northwind sample; `client` is available when the tests run. */
export const sampleFigures = (client: () => Client) => {
  const get = async <Body>(path: string) => (await client().get(path)).body as Body;

  it('shows 830 won deals with a total of 1,265,793.04', async () => {
    expect(await get('/v1/reports/sales')).toMatchObject({
      totals: [{ key: { currency: 'USD' }, measures: { net: '1265793.0395', deals: 830 } }],
    });
  });

  it.each(['year', 'country', 'category', 'product', 'owner', 'customer'] as const)(
    'shows the sums of the file columns by %s',
    async (dimension) => {
      const { rows } = await get<Figures>(`/v1/reports/sales?by=${dimension}&limit=1000`);
      const groups = Map.groupBy(lines, (line) => line[dimension]);
      const sums = [...groups].map(([value, group]) => [value, sum(group.map(({ net }) => net))] as const);
      const shown = rows.map(({ key, measures }) => [`${key[dimension]}`, Number(measures.net)] as const);
      expect(new Map(shown)).toEqual(new Map(sums.map(([value, net]) => [value, Number(net)])));
    },
  );

  it('shows owners with their names', async () => {
    expect(await get('/v1/reports/sales?by=owner&sort=-net&limit=1')).toMatchObject({
      rows: [{ labels: { owner: 'Margaret Peacock' } }],
    });
    expect(await get('/v1/customers/northwind-customer-ALFKI')).toMatchObject({ owner: { name: 'Michael Suyama' } });
  });

  it.each(['taqueria', 'TAQUERÍA', 'anton', '5553932', '(5) 555-3932'])(
    'finds Antonio Moreno Taquería by %s',
    async (q) => {
      const { items } = await get<Customers>(`/v1/customers?q=${encodeURIComponent(q)}`);
      expect(items.map(({ name }) => name)).toContain('Antonio Moreno Taquería');
    },
  );
};
