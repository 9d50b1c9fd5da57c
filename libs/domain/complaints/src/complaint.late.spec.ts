import { NOT_KNOWN } from '@annals/contracts-customers';
import { until } from '@annals/event-sourcing';
import { datedLog } from '@annals/testing';
import { assign, boardOf, correct, escalate, file, logAfter, rate, reopen, resolve, said } from '../test/dated.js';
import { truthOf, type Dated } from '../test/dated.js';
import { policy } from '../test/policy.js';
import { complaint } from './complaint.decider.js';

const on = (day: number) => new Date(Date.UTC(2026, 0, day, 9)).toISOString();
const filed = file(on(1));
const dataOf = (...commands: readonly Dated[]) => logAfter(...commands).at(-1)!.data;
const refused = (code: string, ...commands: readonly Dated[]) =>
  expect(() => logAfter(...commands)).toThrow(expect.objectContaining({ code }) as Error);

describe('a fact that is recorded after a later one', () => {
  it('is no present assignment, and names the assignee of that time', () => {
    const log = logAfter(filed, assign(on(9), 'bo'), assign(on(3), 'al'), assign(on(6), 'cy'));
    expect(boardOf(log).assignee).toEqual({ id: 'bo' });
    expect(log.at(-1)!.data).toMatchObject({ previous: { id: 'al' } });
    const then = [on(2), on(4), on(7), on(9)].map(
      (day) => boardOf(until(log, { occurredAt: new Date(day) })).assignee?.id,
    );
    expect(then).toEqual([undefined, 'al', 'cy', 'bo']);
    const known = [2, 3, 4].map(
      (day) => boardOf(until(log, { recordedAt: new Date(Date.UTC(2026, 0, day)) })).assignee,
    );
    expect(known).toEqual([{ id: 'bo' }, { id: 'bo' }, { id: 'bo' }]);
  });

  it('corrects only what was not corrected later', () => {
    const log = logAfter(
      filed,
      correct(on(9), { category: 'later' }),
      correct(on(3), { category: 'x', product: 'Tea' }),
    );
    expect(log.at(-1)!.data).toMatchObject({ before: { category: 'billing', product: null } });
    expect(truthOf(log)).toMatchObject({
      board: { category: 'later', product: 'Tea', lastChange: { at: on(9) } },
      reported: { category: 'later', product: 'Tea' },
    });
  });

  it('is accepted for a complaint that was resolved since, but not of a time when it was resolved', () => {
    const ended = [filed, resolve(on(10))];
    expect(boardOf(logAfter(...ended, assign(on(5), 'al')))).toMatchObject({
      assignee: { id: 'al' },
      status: 'resolved',
    });
    expect(truthOf(logAfter(...ended, correct(on(5), { category: 'x' })))).toMatchObject({
      reported: { category: 'x' },
    });
    refused('ComplaintNotOpen', ...ended, assign(on(11), 'al'));
    refused('ComplaintOccurredTooEarly', ...ended, reopen(on(12)), assign(on(11), 'al'));
  });

  it('is recorded once', () => {
    const log = [filed, assign(on(9), 'bo'), assign(on(3), 'al'), correct(on(9), { category: 'x', subject: 'y' })];
    const again = [assign(on(3), 'al'), correct(on(9), { category: 'x' }), correct(on(9), { subject: 'y' })];
    expect(logAfter(...log, ...again)).toHaveLength(log.length);
  });
});

describe('an escalation that is recorded late', () => {
  it('comes before the one to a higher tier', () => {
    expect(dataOf(filed, escalate(on(9), 3), escalate(on(4), 2))).toMatchObject({ from: 1, to: 2 });
    expect(boardOf(logAfter(filed, escalate(on(9), 3), escalate(on(4), 2)))).toMatchObject({ tier: 3 });
  });
  it('is refused if the next one would move the complaint down, or nowhere', () => {
    refused('ComplaintCannotStepDown', filed, escalate(on(9), 2), escalate(on(4), 3));
    refused('ComplaintAlreadyEscalated', filed, escalate(on(9), 2), escalate(on(4), 2));
  });
});

describe('a severity that is recorded late', () => {
  const low = (day: number) => correct(on(day), { severity: 'low' });
  const critical = (day: number) => correct(on(day), { severity: 'critical' });

  it('moves the due time as it would have then', () =>
    expect(boardOf(logAfter(filed, said(on(4), { type: 'PauseComplaint', reason: 'x' }), low(3))).dueAt).toBe(
      boardOf(logAfter(filed, low(3))).dueAt,
    ));
  it('leaves the due time to one that occurred later', () =>
    expect(boardOf(logAfter(filed, critical(9), low(3)))).toMatchObject({
      severity: 'critical',
      dueAt: boardOf(logAfter(filed, critical(9))).dueAt,
    }));
  it('is refused if it would change how the complaint was resolved', () => {
    refused('SeveritySettled', filed, resolve(on(10)), low(3));
    refused('SeveritySettled', filed, resolve(on(10)), reopen(on(12)), critical(13), low(3));
    expect(boardOf(logAfter(filed, critical(5), resolve(on(10)), low(3)))).toMatchObject({ severity: 'critical' });
  });
  it('before the due time that passed undoes the breach', () => {
    const quick = complaint(policy); // 8 hours
    const note = {
      occurredAt: '2026-01-01T17:00:00.000Z',
      command: { type: 'NoteOverdue', complaintId: 'c-1' },
    } as const;
    const logOf = (...commands: readonly Dated[]) =>
      datedLog(quick, commands, { customer: { ...NOT_KNOWN, isRegistered: true }, dealOf: null });
    expect(boardOf(logOf(filed, note))).toMatchObject({ onTime: false });
    const early = correct('2026-01-01T10:00:00.000Z', { severity: 'low' });
    const log = logOf(filed, note, early);
    expect(boardOf(log)).toMatchObject({ onTime: null, overdueSince: null, dueAt: '2026-01-03T01:00:00.000Z' });
    expect(boardOf(until(log, { occurredAt: new Date('2026-01-02') }))).toMatchObject({ overdueSince: null });
    expect(logOf(filed, note, early, resolve('2026-01-02T10:00:00.000Z')).at(-1)!.data).toMatchObject({ onTime: true });
  });
});

describe('a rating that is recorded late', () => {
  const twice = [filed, resolve(on(10)), reopen(on(20))];

  it('is accepted of a time when the complaint was resolved', () =>
    expect(truthOf(logAfter(...twice, rate(on(12), 2)))).toMatchObject({
      board: { satisfaction: { score: 2 } },
      page: { complaints: { satisfaction: { count: 1, average: 2 } } },
      reported: { satisfaction: 2 },
    }));
  it('is refused of any other time', () => {
    refused('ComplaintOccurredTooEarly', ...twice, rate(on(9), 2));
    refused('ComplaintNotResolved', ...twice, rate(on(21), 2));
  });
});
