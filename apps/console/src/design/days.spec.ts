import { dayFrom } from './days.js';

it('counts days over the end of a year', () => {
  const today = new Date(2026, 11, 28);
  expect([dayFrom(today, 0), dayFrom(today, 7)]).toEqual(['2026-12-28', '2027-01-04']);
});
