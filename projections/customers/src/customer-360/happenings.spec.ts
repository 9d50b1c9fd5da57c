import { accountContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { customerContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { project, typesOf, type Event } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { customer360 } from './customer-360.js';

const view = customer360({
  mature: { wonDeals: 3, withinDays: 365, tenureMonths: 24 },
  declining: { silentDays: 180, unresolvedComplaints: 2 },
});
const customerId = 'u-1';
const contracts = [
  ...[...customerContracts, ...contactContracts, ...dealContracts, ...complaintContracts],
  ...accountContracts,
];

it('names every type of event that the business has', () => {
  expect(typesOf(view).toSorted()).toEqual(contracts.map(({ type }): string => type).toSorted());
});

/** One event of each type, as it was once written, but all of one customer. */
const samples = ['customers', 'contacts', 'deals', 'complaints', 'accounts'].flatMap((name) => {
  const folder = `${import.meta.dirname}/../../../../contracts/${name}/samples`;
  return readdirSync(folder).flatMap((file): Event[] => {
    const contract = contracts.find(({ type }) => file === `${type}.v1.json`);
    const data = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as object;
    return contract ? [contract.upcast({ schemaVersion: 1, data: { ...data, customerId } })] : [];
  });
});

const isRemarkable = ({ type }: Event) => type !== 'UsageMetered';

it.each(samples.filter(isRemarkable).map((event) => [event.type, event] as const))(
  'tells of %s in a line',
  (type, event) => {
    const [happening] = project(view, recorded([event])).get(customerId)!.events;
    expect(happening).toMatchObject({ type, subject: expect.stringMatching(/^\S.*\S$/) as string });
  },
);

it.each([
  ['OrderPlaced', { number: null, orderId: 'o-1' }, /^o-1 · /],
  ['InvoiceIssued', { number: null, invoiceId: 'i-1' }, /^i-1 · /],
  ['OrderDelivered', { orderId: 'o-1', complete: true }, /^o-1 · complete$/],
  ['OrderCancelled', { orderId: 'o-1', reason: null }, /^o-1$/],
  ['PaymentReceived', { method: null, invoiceId: null }, /^[\d.]+ CNY$/],
])('tells of %s with %j in a line', (type, parts, line) => {
  const sample = samples.find((event) => event.type === type)!;
  const [happening] = project(view, recorded([{ ...sample, data: { ...sample.data, ...parts } }])).get(
    customerId,
  )!.events;
  expect(happening?.subject).toMatch(line);
});

it('tells nothing of a reading, since readings would push out all else', () => {
  const [reading] = samples.filter((event) => !isRemarkable(event));
  expect(project(view, recorded([reading!])).get(customerId)).toMatchObject({ events: [], usage: [{ periods: [{}] }] });
});

projectionContract(view, anyLogOf(fc.constantFrom(...samples)));
