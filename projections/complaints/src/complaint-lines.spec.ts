import { complaintLines } from './complaint-lines.js';

const ids = { complaintId: 'c-1', customerId: 'c' };

it.each([
  ['its reason', 'the photo came', 'the photo came'],
  ['nothing where no reason was given', null, ''],
])('says of a resumed complaint %s', (_, reason, line) => {
  const resumed = { ...ids, reason, minutes: 60, dueAt: '2026-02-01T00:00:00.000Z' };
  expect(complaintLines.ComplaintResumed?.(resumed)).toBe(line);
});
