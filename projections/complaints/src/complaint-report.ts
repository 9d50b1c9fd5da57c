import { periodsIn, zoneOf } from '@annals/analytics';
import type { ComplaintEvent } from '@annals/contracts-complaints';
import { ifLatest, month } from '@annals/contracts-values';
import { configured, flag, number, text, view, type Of, type RecordedEvent } from '@annals/event-sourcing';
import { z } from 'zod';
import { fact, type ComplaintFact } from './complaint-fact.js';
import { MEASURED, measures } from './complaint-measures.js';
import { datedAfter } from './dated-content.js';
import { isOnTime, timesAfter, timesOfFiled } from './service-times.js';

const MINUTE = 60_000; // ms

const unresolved = { status: 'open', resolvedAt: null, rootCause: null } as const;

/** A step that changes a fact, and passes over a complaint that was never filed. */
const change =
  <E extends ComplaintEvent>(next: (fact: ComplaintFact, event: RecordedEvent<E>) => Partial<ComplaintFact>) =>
  (fact: ComplaintFact | null, event: RecordedEvent<E>): ComplaintFact | null =>
    fact && { ...fact, ...next(fact, event) };

const minutesUntil = (end: string | null, { filedAt }: ComplaintFact) =>
  end === null ? 0 : Math.max(0, Math.floor((Date.parse(end) - Date.parse(filedAt)) / MINUTE));

/** The last rating counts: the one that was given last, not the one that was recorded last. */
const rated = (
  { ratedAt }: ComplaintFact,
  { data: { score }, occurredAt }: RecordedEvent<Of<ComplaintEvent, 'SatisfactionRated'>>,
) => ifLatest(occurredAt, ratedAt, { satisfaction: score, ratedAt: occurredAt });

type Source = Exclude<ComplaintEvent, { type: 'ComplaintAssigned' | 'ComplaintCommented' }>;

/** The facts of the complaint report: one for each complaint, under the month of the company's calendar in which it was filed. */
export const complaintReport = configured(zoneOf, ({ timeZone }) => {
  const { yearOf, monthOf } = periodsIn(timeZone);
  return view<Source, ComplaintFact>()({
    name: 'complaint-report',
    version: 9,
    key: ({ data }) => data.complaintId,
    on: {
      ComplaintFiled: (_, event) => {
        const { complaintId, customerId, channel, category, severity, product = null } = event.data;
        const about = { complaintId, customerId, channel, category, severity, product };
        const none = { tier: 1, reopened: 0, satisfaction: null, ratedAt: null, since: {} } as const;
        return { ...about, ...unresolved, ...none, ...timesOfFiled(event), filedAt: event.occurredAt };
      },
      FirstResponseGiven: change(timesAfter.FirstResponseGiven),
      ComplaintEscalated: change(datedAfter.ComplaintEscalated),
      ComplaintPaused: change(timesAfter.ComplaintPaused),
      ComplaintResumed: change(timesAfter.ComplaintResumed),
      ComplaintChanged: change((fact, event) => {
        const { values, since } = datedAfter.ComplaintChanged(fact, event);
        const { channel = fact.channel, category = fact.category, severity = fact.severity } = values;
        const { product = fact.product } = values;
        return { channel, category, severity, product, since, ...timesAfter.ComplaintChanged(fact, event) };
      }),
      ComplaintBecameOverdue: change(timesAfter.ComplaintBecameOverdue),
      ComplaintResolved: change((fact, event) => ({
        ...timesAfter.ComplaintResolved(fact, event),
        status: 'resolved',
        resolvedAt: event.occurredAt,
        rootCause: event.data.rootCause,
      })),
      ComplaintReopened: change((fact, event) => ({
        ...unresolved,
        ...timesAfter.ComplaintReopened(fact, event),
        reopened: fact.reopened + 1,
      })),
      SatisfactionRated: change(rated),
      ComplaintWithdrawn: change(() => ({ ...timesAfter.ComplaintWithdrawn(), status: 'withdrawn' })),
    },
    fields: {
      year: number(({ filedAt }) => yearOf(filedAt), { schema: z.int() }),
      month: text(({ filedAt }) => monthOf(filedAt), { schema: month }),
      filedAt: text(({ filedAt }) => filedAt),
      channel: text((complaint) => complaint.channel),
      category: text(({ category }) => category),
      severity: text((complaint) => complaint.severity),
      tier: number((complaint) => complaint.tier),
      rootCause: text(({ rootCause }) => rootCause),
      product: text(({ product }) => product),
      customer: text(({ customerId }) => customerId),
      status: text(({ status }) => status),
      onTime: flag(isOnTime),
      resolved: number(({ status }) => (status === 'resolved' ? 1 : 0)),
      withdrawn: number(({ status }) => (status === 'withdrawn' ? 1 : 0)),
      decided: number((fact) => (isOnTime(fact) === null ? 0 : 1)),
      resolvedOnTime: number((fact) => (isOnTime(fact) ? 1 : 0)),
      breached: number(({ breached }) => (breached ? 1 : 0)),
      overdue: number(({ status, overdueSince }) => (status === 'open' && overdueSince !== null ? 1 : 0)),
      reopened: number(({ reopened }) => reopened),
      responded: number(({ respondedAt }) => (respondedAt === null ? 0 : 1)),
      responseDecided: number(({ respondedOnTime }) => (respondedOnTime === null ? 0 : 1)),
      respondedOnTime: number(({ respondedOnTime }) => (respondedOnTime ? 1 : 0)),
      responseMinutes: number((fact) => minutesUntil(fact.respondedAt, fact)),
      resolutionMinutes: number((fact) => minutesUntil(fact.resolvedAt, fact)),
      rated: number(({ satisfaction }) => (satisfaction === null ? 0 : 1)),
      satisfaction: number(({ satisfaction }) => satisfaction ?? 0),
    },
    indexes: [['filedAt'], ['status', 'filedAt'], ['customer', 'filedAt']],
    personal: [],
    answer: {
      schema: fact,
      of: (complaint) => {
        const { complaintId, customerId, filedAt, channel, category, severity, product, tier, status } = complaint;
        const { resolvedAt, reopened, respondedAt, respondedOnTime, rootCause, satisfaction } = complaint;
        return {
          ...{ complaintId, customerId, filedAt, channel, category, severity, product, tier, status },
          ...{ resolvedAt, onTime: isOnTime(complaint), reopened, respondedAt, respondedOnTime },
          ...{ rootCause, satisfaction },
        };
      },
    },
    report: {
      name: 'complaints',
      summary: {
        en: 'Complaints, open and resolved, by the month in which they were filed',
        zh: '投诉（处理中和已解决），按登记月份统计',
      },
      dimensions: [
        ...(['year', 'month', 'channel', 'category', 'severity', 'tier'] as const),
        ...(['rootCause', 'product', 'customer', 'status', 'onTime'] as const),
      ],
      sum: MEASURED,
      measures,
      time: 'filedAt',
    },
  });
});
