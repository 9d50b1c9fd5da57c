import { sum } from '@annals/contracts-values';
import { itOnData } from '@annals/testing';
import { readFileSync } from 'node:fs';
import { Desk } from '../test/desk.js';
import { Rules } from '../test/rules.js';
import { bindFiles, importFiles, loadMapping, mappingJsonSchema } from './index.js';

const samples = `${import.meta.dirname}/../../../infra/samples`;

const run = async (name: string, rules: Rules, given: readonly string[] = []) => {
  using desk = new Desk();
  const path = `${samples}/${name}/mapping.json`;
  const mapping = await loadMapping(path);
  const files = bindFiles(mapping, path, given);
  const summary = await importFiles({ mapping, files, stores: desk.stores, ...rules });
  return { summary, errors: await desk.errors() };
};

describe('the Northwind sample', () => {
  const rules = new Rules();
  let first: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    first = await run('northwind', rules);
  });

  it('loads as 91 customers with owners, 77 products with prices, and 830 won deals worth 1,265,793.0395', async () => {
    const { summary, errors } = first;
    expect(errors).toBeUndefined();
    expect(summary).toMatchObject({
      rows: 998,
      failed: 0,
      warnings: 0,
      commands: {
        AddProduct: { stored: 77 },
        SetPrice: { stored: 77 },
        WithdrawProduct: { stored: 8 },
        RegisterCustomer: { stored: 91 },
        AssignOwner: { stored: 89, repeated: 741 },
        OpenDeal: { stored: 830 },
        CloseDeal: { stored: 830 },
      },
    });
    const closed = (await rules.all('DealClosed')).map(({ data }) => data as { value: { amount: string } });
    expect(sum(closed.map(({ value }) => value.amount))).toBe('1265793.0395');
  });

  it('keeps true dates, lines with their categories, owners, and names as they are written', async () => {
    const [registered] = await rules.store.read('customer-northwind-customer-ANATR');
    expect(registered).toMatchObject({
      occurredAt: '1996-07-01T00:00:00.000Z',
      source: 'import:northwind',
      data: {
        profile: {
          addresses: [{ kind: 'registered', street: 'Avda. de la Constitución 2222', city: 'México D.F.' }],
          contactPersons: [{ name: 'Ana Trujillo', title: 'Owner', primary: true }],
        },
      },
    });
    const [opened, closed] = await rules.store.read('deal-northwind-order-10248');
    const steven = { id: 'northwind-employee-5', name: 'Steven Buchanan' };
    expect(opened).toMatchObject({
      type: 'DealOpened',
      occurredAt: '1996-07-04T00:00:00.000Z',
      data: { owner: steven, country: 'France', region: null, value: { amount: '440.00', currency: 'USD' } },
    });
    expect(closed).toMatchObject({
      type: 'DealClosed',
      occurredAt: '1996-07-04T00:00:00.000Z',
      data: { outcome: 'won', lines: [{ category: 'Dairy Products', net: '168.00' }, {}, {}] },
    });
    const owners = (await rules.store.read('customer-northwind-customer-VINET')).map(({ data }) => data);
    expect(owners).toContainEqual({ customerId: 'northwind-customer-VINET', owner: steven, previous: null });
  });

  it('keeps products with their categories and prices, and which of them are discontinued', async () => {
    const [added, priced, withdrawn] = await rules.store.read('product-northwind-product-5');
    expect(added).toMatchObject({
      ...{ type: 'ProductAdded', subject: '@catalogue', source: 'import:northwind' },
      data: { name: "Chef Anton's Gumbo Mix", category: 'Condiments', unit: '36 boxes', taxClass: 'standard' },
    });
    expect(priced?.data).toMatchObject({ from: '1997-04-07', steps: [{ quantity: '1.00', unitPrice: '21.35' }] });
    expect(withdrawn).toMatchObject({ type: 'ProductWithdrawn', data: { from: '1998-05-07' } });
  });

  it('adds nothing when it is loaded again', async () => {
    const head = await rules.store.head();
    const { summary } = await run('northwind', rules);
    expect(await rules.store.head()).toBe(head);
    expect(summary.commands).toMatchObject({
      RegisterCustomer: { stored: 0, already: 91 },
      OpenDeal: { already: 830 },
    });
  });
});

const HEADER =
  'customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn';
const stays =
  'A-1,Female,0,Yes,No,1,No,No phone service,DSL,No,Yes,No,No,No,No,Month-to-month,Yes,Mailed check,29.85,29.85,No';
const leaves =
  'A-2,Male,1,No,Yes,24,Yes,Yes,No,No internet service,No internet service,No internet service,No internet service,No internet service,No internet service,Two year,No,Electronic check,70.7,1690,Yes';
const begins = stays
  .replace('A-1', 'A-3')
  .replace('29.85,29.85', '29.85, ')
  .replace(',1,No,No phone', ',0,No,No phone');

describe('the Telco mapping', () => {
  it('loads contract, services, tenure and charges, loses who churned, and tells of a blank total', async () => {
    using desk = new Desk();
    const rules = new Rules();
    const file = desk.put('Telco-Customer-Churn.csv', [HEADER, stays, leaves, begins].join('\n'));
    const { summary, errors } = await run('telco', rules, [file]);
    expect(summary).toMatchObject({ rows: 3, failed: 0, warnings: 1, codes: { Blank: 1 } });
    expect(summary.commands).toMatchObject({ RegisterCustomer: { stored: 3 }, MarkLost: { stored: 1 } });
    expect(errors?.split('\r\n')[1]).toContain('customers,3,4,warning,TotalCharges,Blank,TotalCharges is blank');

    const [registered, lost] = await rules.store.read('customer-telco-A-2');
    expect(lost).toMatchObject({ type: 'CustomerLost', reason: 'Churned', occurredAt: '2018-01-01T00:00:00.000Z' });
    expect(registered).toMatchObject({
      occurredAt: '2016-01-01T00:00:00.000Z',
      data: {
        profile: {
          kind: 'person',
          customerSince: '2016-01-01',
          demographic: { gender: 'male', ageBand: '65 and over', maritalStatus: 'single', dependents: true },
          value: { tenureMonths: 24, contract: 'two year', services: ['phone', 'multiple lines'], totalCharge: '1690' },
          attributes: { internetService: 'no', paperlessBilling: false },
        },
      },
    });
    const [unbilled] = await rules.store.read('customer-telco-A-3');
    expect((unbilled?.data as { profile: { value: object } }).profile.value).not.toHaveProperty('totalCharge');
  });

  itOnData(
    'telco/Telco-Customer-Churn.csv',
    'loads the whole data set: 7,043 customers, 1,869 of them lost, 11 blank totals',
    async (file) => {
      const { summary } = await run('telco', new Rules(), [file]);
      expect(summary).toMatchObject({ rows: 7_043, failed: 0, warnings: 11, codes: { Blank: 11 } });
      expect(summary.commands).toMatchObject({ RegisterCustomer: { stored: 7_043 }, MarkLost: { stored: 1_869 } });
    },
  );
});

it('has a JSON Schema beside the samples that is what the program checks', () => {
  const file = JSON.parse(readFileSync(`${samples}/mapping.schema.json`, 'utf8')) as object;
  expect(mappingJsonSchema()).toEqual(file);
});
