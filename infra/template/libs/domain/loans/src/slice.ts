import { daysIn } from '@annals/analytics';
import { setting, whole } from '@annals/configuration';
import { condition, device, dueOn, loanContracts } from '@annals/contracts-loans';
import { id } from '@annals/contracts-values';
import { loanLines, loanList, loansPart } from '@annals/projections-loans';
import { aggregate, eventTypes, UNPUBLISHED, slice } from '@annals/slice';
import { z } from 'zod';
import * as commands from './loan.commands.js';
import { loan, type LoanPolicy } from './loan.decider.js';
import { loanProblems } from './loan.problems.js';

const DAY = 86_400_000; // ms

type Limits = { readonly days: number; readonly calendar: { readonly timeZone: string } };

const policyOf = ({ days, calendar }: Limits): LoanPolicy => {
  const { dayOf } = daysIn(calendar.timeZone);
  return { lastDay: (at) => new Date(Date.parse(dayOf(at)) + days * DAY).toISOString().slice(0, 10) };
};

const about = { loanId: id, customerId: id };

export const loans = slice({
  name: 'loans',
  title: { en: 'Loans of devices', zh: '设备借用' },
  summary: { en: 'Devices lent to customers, extended and returned.', zh: '向客户借出设备，可延期和归还。' },
  process: 'service',
  events: loanContracts,
  settings: {
    days: setting(
      'LOAN_DAYS',
      '30',
      { en: 'Days for which a device is lent at most', zh: '设备最长借用天数' },
      whole(1, 3_650),
    ),
  },
  problems: [loanProblems],
  aggregates: (settings) => [aggregate(loan(policyOf(settings)), commands)],
  views: () => [loanList],
  page: () => ({ loans: { part: loansPart, needs: 'loans.read', events: eventTypes(loanContracts) } }),
  rights: {
    'loans.read': { about: 'customers', en: 'See loans of devices', zh: '查看设备借用' },
    'loans.write': {
      about: 'customers',
      en: 'Lend devices, extend loans and take devices back',
      zh: '借出、延期和归还设备',
    },
  },
  grants: {
    sales: { team: ['loans.read'] },
    service: { region: ['loans.read', 'loans.write'] },
    auditor: { all: ['loans.read'] },
    analyst: { all: ['loans.read'] },
  },
  lines: loanLines,
  published: {
    DeviceLent: { version: 1, schema: z.object({ ...about, device, dueOn }) },
    LoanExtended: UNPUBLISHED,
    DeviceReturned: { version: 1, schema: z.object({ ...about, condition }) },
  },
});
