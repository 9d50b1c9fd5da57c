/** The pages with the states that differ in how they look, in the sample company. */
export const PATHS = [
  '/customers',
  '/customers?state=declining&sort=-lastContactAt',
  '/customers?country=Nowhere',
  '/customers/sample-customer-001',
  '/customers/sample-customer-001?asOf=2026-03-01',
  '/customers/sample-customer-001?compare=2026-03-01',
  '/customers/sample-customer-001?compose=contact',
  '/customers/northwind-customer-ALFKI',
  '/pipeline',
  '/pipeline?layout=list',
  '/deals/sample-deal-001-14',
];
