import { DealClosed } from '@annals/contracts-deals';
import { CustomerRegistered } from '@annals/contracts-customers';
import { multiply, subtract, sum } from '@annals/contracts-values';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import type { Told } from './desk.js';

type Row = Readonly<Record<string, string>>;

const folder = `${import.meta.dirname}/../../../infra/samples/northwind`;
const table = (name: string) => parse<Row>(readFileSync(`${folder}/${name}.csv`), { columns: true, bom: true });
const byId = (name: string, id: string) => new Map(table(name).map((row) => [row[id], row]));

const customers = byId('customers', 'CustomerID');
const employees = byId('employees', 'EmployeeID');
const products = byId('products', 'ProductID');
const categories = byId('categories', 'CategoryID');
const linesOf = Map.groupBy(table('order_details'), (row) => row['OrderID']!);

const lineOf = (row: Row, index: number) => {
  const product = products.get(row['ProductID'])!;
  const [quantity, unitPrice, discount] = [row['Quantity']!, row['UnitPrice']!, row['Discount']!];
  return {
    lineId: `${row['OrderID']!}:l${index + 1}`,
    ...{ quantity, unitPrice, discount, product: product['ProductName']! },
    category: categories.get(product['CategoryID'])!['CategoryName']!,
    net: multiply(multiply(quantity, unitPrice), subtract('1', discount)),
  };
};

const dealOf = (order: Row): Told => {
  const lines = linesOf.get(order['OrderID']!)!.map(lineOf);
  const { EmployeeID: id = '', CustomerID: customerId = '', OrderID: dealId = '' } = order;
  const employee = employees.get(id)!;
  return {
    ...DealClosed.event({
      ...{ dealId, customerId, title: dealId, lines, step: 'trading', outcome: 'won', reason: null, competitor: null },
      value: { amount: sum(lines.map(({ net }) => net)), currency: 'USD' },
      owner: { id, name: `${employee['FirstName']} ${employee['LastName']}` },
      country: customers.get(customerId)!['Country']!,
      ...{ region: null, expectedCloseDate: null, attributes: {} },
    }),
    occurredAt: `${order['OrderDate']}T00:00:00.000Z`,
  };
};

export const northwindCustomers: readonly Told[] = [...customers.values()].map((row) =>
  CustomerRegistered.event({
    customerId: row['CustomerID']!,
    profile: { kind: 'organisation', name: row['CompanyName']!, roles: ['end-customer'] },
  }),
);

export const northwindDeals: readonly Told[] = table('orders').map(dealOf);

/** One order line with all that a sum can be taken by; `net` is in ten-thousandths, from the bare columns. */
export const northwindLines = table('orders').flatMap((order) =>
  linesOf.get(order['OrderID']!)!.map((row) => {
    const product = products.get(row['ProductID'])!;
    return {
      year: Number(order['OrderDate']!.slice(0, 4)),
      month: order['OrderDate']!.slice(0, 7),
      country: customers.get(order['CustomerID'])!['Country']!,
      category: categories.get(product['CategoryID'])!['CategoryName']!,
      product: product['ProductName']!,
      owner: order['EmployeeID']!,
      customer: order['CustomerID']!,
      net:
        Math.round(Number(row['UnitPrice']) * 100) *
        Number(row['Quantity']) *
        Math.round(100 - Number(row['Discount']) * 100),
    };
  }),
);
