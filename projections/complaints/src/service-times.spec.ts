import {
  ComplaintBecameOverdue,
  ComplaintChanged,
  ComplaintCommented,
  ComplaintFiled,
  ComplaintPaused,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintResumed,
  ComplaintWithdrawn,
  FirstResponseGiven,
  SatisfactionRated,
  type ComplaintEvent,
} from '@annals/contracts-complaints';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { complaintBoard } from './complaint-board.js';
import { complaintReport as complaintReportIn } from './complaint-report.js';

const complaintReport = complaintReportIn({ calendar: { timeZone: 'UTC' } });

const ids = { complaintId: 'c-1', customerId: 'u-1' };
const at = (day: string) => `2026-11-${day}T09:00:00.000Z`;
const on = <E extends ComplaintEvent>(day: string, event: E) => ({ ...event, occurredAt: at(day) });

const filed = on(
  '02',
  ComplaintFiled.event({
    ...{ ...ids, channel: 'phone', category: 'delivery', severity: 'high', subject: 'Late', text: 'Nobody came.' },
    ...{ dueAt: at('09'), responseDueAt: at('03') },
  }),
);
const resolved = (day: string, onTime: boolean) =>
  on(day, ComplaintResolved.event({ ...ids, rootCause: 'staff', remedy: 'refund', onTime }));
const reopened = (day: string) =>
  on(
    day,
    ComplaintReopened.event({
      ...{ ...ids, reason: 'again', dueAt: at('30'), category: 'delivery', severity: 'high', subject: 'Late' },
      ...{ tier: 1, assignee: null },
    }),
  );
const overdue = on('09', ComplaintBecameOverdue.event({ ...ids, dueAt: at('09'), tier: 1, assignee: null }));
const paused = (day: string) => on(day, ComplaintPaused.event({ ...ids, reason: 'photo' }));
const resumed = on('06', ComplaintResumed.event({ ...ids, reason: null, minutes: 480, dueAt: at('10') }));
const responded = (day: string) => on(day, FirstResponseGiven.event({ ...ids, channel: 'phone', onTime: true }));
const rated = (day: string, score: number) => on(day, SatisfactionRated.event({ ...ids, score }));
const withdrawn = on('05', ComplaintWithdrawn.event({ ...ids, reason: 'solved' }));
const commented = (day: string, commentId: string) =>
  on(day, ComplaintCommented.event({ ...ids, commentId, text: commentId }));
const changed = on(
  '04',
  ComplaintChanged.event({
    ...{ ...ids, before: { severity: 'high', category: 'delivery', product: null } },
    ...{ after: { severity: 'low', category: 'damage', product: 'Chai' }, reason: null, dueAt: at('20') },
  }),
);

type Dated = ReturnType<typeof on>;
const logged = (events: readonly Dated[]) => recorded(events).map((each, index) => ({ ...each, ...events[index]! }));
const board = (...events: Dated[]) => project(complaintBoard, logged(events)).get('c-1')!;
const figures = (...events: Dated[]) => fieldsOf(complaintReport, project(complaintReport, logged(events)).get('c-1')!);

/** The share of resolved complaints that were on time, as the report has it. */
const onTimeShare = (...events: Dated[]) => {
  const { resolvedOnTime, decided } = figures(...events) as Record<string, number>;
  return complaintReport.report!.measures['onTimeShare']!.of({ resolvedOnTime, decided, count: 1 } as never, {}, {});
};

describe('a breach', () => {
  it('stays counted when the complaint is reopened and resolved at once', () => {
    const late = [filed, resolved('28', false)];
    expect(onTimeShare(...late)).toBe(0);
    expect(onTimeShare(...late, reopened('28'))).toBe(0);
    expect(onTimeShare(...late, reopened('28'), resolved('28', true))).toBe(0);
    expect(board(...late, reopened('28'), resolved('28', true))).toMatchObject({ onTime: false, breached: true });
  });
  it('counts from the due time, though the complaint is open', () => {
    expect(onTimeShare(filed)).toBeNull();
    expect(onTimeShare(filed, overdue)).toBe(0);
    expect(figures(filed, overdue)).toMatchObject({ overdue: 1, breached: 1, resolved: 0 });
  });
  it('is none if the complaint was resolved in time, though that became known later', () =>
    expect(onTimeShare(filed, overdue, resolved('08', true))).toBe(1));
  it('is none if it was paused in time, though that became known later', () => {
    expect(board(filed, overdue, paused('05'))).toMatchObject({ overdueSince: null, onTime: null });
    expect(board(filed, overdue, paused('10'))).toMatchObject({ overdueSince: at('09'), onTime: false });
  });
});

it('counts reopenings', () =>
  expect(figures(filed, resolved('03', true), reopened('04'), resolved('05', true), reopened('06'))).toMatchObject({
    reopened: 2,
  }));

it('has no time that runs out while it is paused, overdue or closed', () => {
  const runsOut = (...events: Dated[]) => fieldsOf(complaintBoard, board(...events));
  expect(runsOut(filed)).toMatchObject({ runsOutAt: at('09'), timeUpAt: at('09') });
  expect(runsOut(filed, paused('05'))).toMatchObject({ runsOutAt: null, timeUpAt: null, paused: true });
  expect(runsOut(filed, paused('05'), resumed)).toMatchObject({ runsOutAt: at('10'), paused: false });
  expect(runsOut(filed, overdue)).toMatchObject({ runsOutAt: null, timeUpAt: at('09'), breached: true });
  expect(runsOut(filed, overdue, paused('10'))).toMatchObject({ timeUpAt: at('09'), paused: true });
  expect(runsOut(filed, withdrawn)).toMatchObject({ runsOutAt: null, timeUpAt: null, status: 'withdrawn' });
});

it('follows a correction', () => {
  const after = { severity: 'low', category: 'damage', product: 'Chai', dueAt: at('20') };
  expect(board(filed, changed)).toMatchObject({ ...after, channel: 'phone', subject: 'Late' });
  expect(figures(filed, changed)).toMatchObject({ severity: 'low', category: 'damage', product: 'Chai' });
});

it('measures the first response, which is the resolution if there was none before', () => {
  expect(figures(filed, responded('03'))).toMatchObject({ responded: 1, respondedOnTime: 1, responseMinutes: 1_440 });
  expect(figures(filed, resolved('04', true))).toMatchObject({ responded: 1, responseDecided: 1, respondedOnTime: 0 });
  expect(figures(filed, responded('03'), resolved('04', true))).toMatchObject({ responseMinutes: 1_440 });
});

it('takes the last rating, in whatever order they were recorded', () => {
  for (const ratings of [
    [rated('05', 1), rated('06', 5)],
    [rated('06', 5), rated('05', 1)],
  ]) {
    const log = [filed, resolved('04', true), ...ratings];
    expect(board(...log).satisfaction).toMatchObject({ score: 5 });
    expect(figures(...log)).toMatchObject({ rated: 1, satisfaction: 5 });
  }
});

it('shows the newest twenty comments, by when they were made', () => {
  const many = Array.from({ length: 25 }, (_, index) => commented(`${index + 3}`.padStart(2, '0'), `cm-${index}`));
  const { comments } = board(filed, ...many.toReversed());
  expect(comments.map(({ commentId }) => commentId)).toEqual(
    many
      .slice(5)
      .reverse()
      .map(({ data }) => data.commentId),
  );
});

const all = [
  ...[filed, overdue, resumed, withdrawn, changed, resolved('04', true), resolved('28', false), reopened('28')],
  ...[paused('05'), responded('03'), rated('05', 1), rated('06', 5), commented('05', 'cm-1')],
];
const anyEvent = fc.constantFrom<Dated>(...all);
describe('the board', () => projectionContract(complaintBoard, anyLogOf(anyEvent)));
describe('the report', () => projectionContract(complaintReport, anyLogOf(anyEvent)));
