import { acceptedLogs } from '@annals/laws';
import { annalsCatalogue, configurationOf } from './index.js';
import { ACCOUNT_FIGURES } from '../test/accounts.figures.js';
import { COMPLAINT_FIGURES } from '../test/complaints.figures.js';
import { CUSTOMER_FIGURES } from '../test/customer.figures.js';
import type { Figure } from '../test/figure.js';
import { SALES_FIGURES } from '../test/sales.figures.js';
import { Told } from '../test/told.js';

const customerId = 'a-1';
const outbound = { direction: 'outbound', made: true };
const OFTEN = [
  { type: 'MakeContact', input: { ...outbound, purpose: 'marketing' } },
  { type: 'MakeContact', input: { ...outbound, purpose: 'sales', channel: 'phone' } },
  { type: 'AllowContact', input: { purpose: 'sales', channel: 'phone' } },
  { type: 'SetContactPreference', input: { preference: { doNotContact: true } } },
  { type: 'FileComplaint', input: { complaintId: 'a-1', dealId: undefined } },
  { type: 'ResolveComplaint', input: { complaintId: 'a-1' } },
  { type: 'ReopenComplaint', input: { complaintId: 'a-1' } },
  { type: 'RateSatisfaction', input: { complaintId: 'a-1' } },
  { type: 'IssueInvoice', input: {} },
  { type: 'OpenDeal', input: {} },
  { type: 'CloseDeal', input: { reason: 'price' } },
];
const TODAY = '2026-03-01';

const catalogue = annalsCatalogue(configurationOf({}));
const aggregates = catalogue.aggregates.filter(({ commands }) => commands.some(({ fields }) => 'customerId' in fields));
const told = acceptedLogs(aggregates, { logs: 40, commands: 150, customerId, often: OFTEN })
  .map((log) => new Told(catalogue, customerId, log, TODAY))
  .filter(({ page }) => page !== null);

const FIGURES = [...CUSTOMER_FIGURES, ...SALES_FIGURES, ...COMPLAINT_FIGURES, ...ACCOUNT_FIGURES];

const answersIn = ({ in: places }: Figure) =>
  told.map((each) => Object.entries(places).map(([place, of]) => ({ place, value: JSON.stringify(of(each)) })));

describe('a figure is the same wherever it stands', () => {
  it.each(FIGURES)('$figure', (figure) => {
    const different = answersIn(figure).filter(([first, ...others]) =>
      others.some(({ value }) => value !== first!.value),
    );
    expect(different.slice(0, 3)).toEqual([]);
  });

  it('of a hundred figures at least eighty differ from customer to customer', () => {
    const differing = FIGURES.filter((figure) => new Set(answersIn(figure).map(([first]) => first!.value)).size > 1);
    expect(differing.length / FIGURES.length).toBeGreaterThan(0.8);
  });
});
