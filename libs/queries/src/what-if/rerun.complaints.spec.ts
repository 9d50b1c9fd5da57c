import { ComplaintBecameOverdue, ComplaintEscalated, ComplaintFiled } from '@annals/contracts-complaints';
import { ComplaintResolved } from '@annals/contracts-complaints';
import type { Event } from '@annals/event-sourcing';
import { clock, customerId, lines, registered, rerun, told } from '../../test/told-histories.js';

const complaint = (day: string, event: Event, more?: object) => told('complaint-k-1', day, event, more);
const grievance = { channel: 'phone', category: 'delivery', severity: 'medium', subject: 'Late', text: 'Too late' };
const about = { complaintId: 'k-1', customerId };
// 2026-01-05 is a Monday; three days of eight hours end on Wednesday at 17:00.
const filed = complaint(
  '01-05T09:00',
  ComplaintFiled.event({
    ...{ ...about, ...grievance },
    ...{ dueAt: '2026-01-07T17:00:00.000Z', responseDueAt: '2026-01-05T17:00:00.000Z' },
  } as never),
);
const overdue = complaint(
  '01-07T17:00',
  ComplaintBecameOverdue.event({ ...about, dueAt: '2026-01-07T17:00:00.000Z', tier: 1, assignee: null }),
  {
    ...{ ...clock, commandId: 'complaint-overdue/k-1/2026-01-07T17:00:00.000Z' },
    ...{ recordedAt: '2026-01-07T17:00:01.000Z' },
  },
);
const escalated = complaint(
  '01-07T17:00',
  ComplaintEscalated.event({ ...about, from: 1, to: 2, reason: 'Overdue since 2026-01-07T17:00:00.000Z.' }),
  {
    ...{ source: 'policy', actor: 'system:policy', commandId: 'escalate-overdue/event-3', causationId: 'event-3' },
    ...{ recordedAt: '2026-01-07T17:00:02.000Z' },
  },
);
const resolved = (day: string, onTime: boolean) =>
  complaint(day, ComplaintResolved.event({ ...about, rootCause: 'process', remedy: 'Sent again', onTime }));

describe('complaints under other rules', () => {
  it('would not have become overdue, nor been escalated for that', () => {
    const under = { HOURS_TO_RESOLVE: 'low=40,medium=32,high=8,critical=4' };
    const all = [registered, filed, overdue, escalated, resolved('01-08T10:00', false)];
    const others = rerun(under, '01-08T10:00', ...all);
    expect(lines(others)).toEqual([
      'ComplaintFiled 01-05T09:00 -> ComplaintFiled 01-05T09:00',
      'ComplaintBecameOverdue 01-07T17:00 -> ',
      'ComplaintEscalated 01-07T17:00 -> ',
      'ComplaintResolved 01-08T10:00 -> ComplaintResolved 01-08T10:00',
    ]);
    expect(others[0]!.would[0]!.data).toMatchObject({ dueAt: '2026-01-08T17:00:00.000Z' });
    expect(others[3]!.would[0]!.data).toMatchObject({ onTime: true });
  });

  it('would have become overdue, with what follows', () => {
    const under = { HOURS_TO_RESOLVE: 'low=40,medium=8,high=8,critical=4' };
    expect(lines(rerun(under, '01-06T10:00', registered, filed, resolved('01-06T10:00', true)))).toEqual([
      'ComplaintFiled 01-05T09:00 -> ComplaintFiled 01-05T09:00',
      ' -> ComplaintBecameOverdue 01-05T17:00',
      ' -> ComplaintEscalated 01-05T17:00',
      'ComplaintResolved 01-06T10:00 -> ComplaintResolved 01-06T10:00',
    ]);
  });

  it('are due by another calendar', () => {
    const [other] = rerun({ HOLIDAYS: '2026-01-06' }, '01-05T09:00', registered, filed);
    expect(other!.would[0]!.data).toMatchObject({ dueAt: '2026-01-08T17:00:00.000Z' });
  });

  it('are not escalated if no complaint is', () => {
    const all = [registered, filed, overdue, escalated];
    expect(lines(rerun({ ESCALATE_OVERDUE: 'off' }, '01-08T10:00', ...all))).toEqual([
      'ComplaintEscalated 01-07T17:00 -> ',
    ]);
  });
});
