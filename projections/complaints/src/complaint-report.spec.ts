import {
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintFiled,
  ComplaintReopened,
  ComplaintResolved,
  SatisfactionRated,
  type ComplaintEvent,
} from '@annals/contracts-complaints';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { complaintReport as complaintReportIn } from './complaint-report.js';

const complaintReport = complaintReportIn({ calendar: { timeZone: 'UTC' } });

const ids = { complaintId: 'c-1', customerId: 'u-1' };
const about = { channel: 'phone', category: 'delivery', severity: 'high' } as const;
const story = { subject: 'Late', text: 'Nobody came.', dueAt: '2026-01-07T09:00:00.000Z' };

const filed = ComplaintFiled.event({ ...ids, ...about, ...story });
const filedOnProduct = ComplaintFiled.event({ ...filed.data, product: 'Chai' });
const assigned = ComplaintAssigned.event({ ...ids, assignee: { id: 'nancy' }, previous: null });
const escalated = ComplaintEscalated.event({ ...ids, from: 1, to: 3, reason: 'unanswered' });
const resolved = ComplaintResolved.event({ ...ids, rootCause: 'staff', remedy: 'refund', onTime: true });
const late = ComplaintResolved.event({ ...resolved.data, onTime: false });
const reopened = ComplaintReopened.event({
  ...{ ...ids, reason: 'late again', dueAt: '2026-02-01T09:00:00.000Z' },
  ...{ category: 'delivery', severity: 'high', subject: 'Late', tier: 1, assignee: null },
});
const rated = SatisfactionRated.event({ ...ids, score: 4 });

const after = (...events: ComplaintEvent[]) => project(complaintReport, recorded(events)).get('c-1');
const fieldsAfter = (...events: ComplaintEvent[]) => fieldsOf(complaintReport, after(...events)!);

describe('complaint report', () => {
  it('has a fact of each complaint from its filing on', () => {
    expect(after(filed)).toEqual({
      ...ids,
      ...about,
      filedAt: '2026-01-01T00:00:00.000Z',
      product: null,
      tier: 1,
      status: 'open',
      resolvedAt: null,
      rootCause: null,
      satisfaction: null,
      ...{ dueAt: story.dueAt, responseDueAt: null, respondedAt: null, respondedOnTime: null, pausedSince: null },
      ...{
        overdueSince: null,
        breached: false,
        breachedBefore: false,
        reopened: 0,
        ratedAt: null,
        since: {},
        dueBy: 1,
      },
    });
    expect(after(filedOnProduct)).toMatchObject({ product: 'Chai' });
  });

  it('can be grouped by all that describes an open complaint', () => {
    expect(fieldsAfter(filed, assigned, escalated)).toEqual({
      ...about,
      ...{ year: 2026, month: '2026-01', filedAt: '2026-01-01T00:00:00.000Z' },
      ...{ tier: 3, rootCause: null, product: null, customer: 'u-1', status: 'open', onTime: null },
      ...{ resolved: 0, resolvedOnTime: 0, resolutionMinutes: 0, rated: 0, satisfaction: 0 },
      ...{ withdrawn: 0, decided: 0, breached: 0, overdue: 0, reopened: 0 },
      ...{ responded: 0, responseDecided: 0, respondedOnTime: 0, responseMinutes: 0 },
    });
  });

  it('measures the resolution and the rating', () => {
    expect(fieldsAfter(filed, resolved, rated)).toMatchObject({
      ...{ status: 'resolved', onTime: true, rootCause: 'staff' },
      ...{ resolved: 1, resolvedOnTime: 1, resolutionMinutes: 1_440, rated: 1, satisfaction: 4 },
    });
    expect(fieldsAfter(filed, late)).toMatchObject({ onTime: false, resolved: 1, resolvedOnTime: 0 });
  });

  it('measures from the filing to the last resolution of a reopened complaint', () => {
    expect(fieldsAfter(filed, resolved, rated, reopened)).toMatchObject({
      ...{ status: 'open', onTime: null, rootCause: null, resolved: 0, resolutionMinutes: 0 },
      ...{ rated: 1, satisfaction: 4 },
    });
    expect(fieldsAfter(filed, resolved, reopened, late)).toMatchObject({ resolved: 1, resolutionMinutes: 3 * 1_440 });
  });

  it('never measures less than nothing', () => {
    const [first, second] = recorded([filed, resolved]);
    const early = { ...second!, occurredAt: '2025-12-01T00:00:00.000Z' };
    const fact = project(complaintReport, [first!, early]).get('c-1')!;
    expect(fieldsOf(complaintReport, fact)).toMatchObject({ resolutionMinutes: 0 });
  });

  it('passes over what belongs to no complaint that it knows', () => {
    expect(after(assigned, escalated, resolved, reopened, rated)).toBeUndefined();
  });

  const all = [filed, filedOnProduct, assigned, escalated, resolved, late, reopened, rated];
  const anyEvent = fc
    .record({ event: fc.constantFrom<ComplaintEvent>(...all), complaintId: fc.constantFrom('c-1', 'c-2') })
    .map(({ event, complaintId }) => ({ ...event, data: { ...event.data, complaintId } }));
  projectionContract(complaintReport, anyLogOf(anyEvent));
});
