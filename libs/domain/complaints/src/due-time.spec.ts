import type { Severity } from '@annals/contracts-complaints';
import { policyOf } from './due-time.js';

const office = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const { dueAt } = policyOf({
  calendar: {
    timeZone: 'Asia/Shanghai',
    week: { 1: office, 2: office, 3: office, 4: office, 5: office },
    holidays: [],
  },
  hoursToResolve: { low: 37.5, medium: 15, high: 7.5, critical: 2 },
  hoursToRespond: { low: 15, medium: 7.5, high: 2, critical: 1 },
});

it.each<[Severity, string]>([
  ['critical', '2026-01-09T17:30+08:00'],
  ['high', '2026-01-12T15:30+08:00'],
  ['medium', '2026-01-13T15:30+08:00'],
  ['low', '2026-01-16T15:30+08:00'],
])('a %s complaint of Friday 15:30 in Shanghai is due %s', (severity, due) =>
  expect(dueAt(severity, new Date('2026-01-09T15:30+08:00'))).toEqual(new Date(due)),
);
