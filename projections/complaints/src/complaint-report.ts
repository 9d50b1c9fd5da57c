import { periodsIn, zoneOf } from '@annals/analytics';
import { severity, tier, type ComplaintEvent } from '@annals/contracts-complaints';
import { channel, id, month } from '@annals/contracts-values';
import { configured, flag, number, text, view, type RecordedEvent } from '@annals/event-sourcing';
import { z } from 'zod';

const fact = z.strictObject({
  complaintId: id,
  customerId: id,
  filedAt: z.iso.datetime(),
  channel,
  category: z.string(),
  severity,
  product: z.string().nullable(),
  tier,
  status: z.enum(['open', 'resolved']),
  /** Of the resolution that holds; `null` while the complaint is open. */
  resolvedAt: z.iso.datetime().nullable(),
  onTime: z.boolean().nullable(),
  rootCause: z.string().nullable(),
  /** 1 to 5, the customer's last word; it stays when the complaint is reopened. */
  satisfaction: z.number().nullable(),
});

export type ComplaintFact = Readonly<z.infer<typeof fact>>;

const MINUTE = 60_000; // ms

const unresolved = { status: 'open', resolvedAt: null, onTime: null, rootCause: null } as const;

/** A step that changes a fact, and passes over a complaint that was never filed. */
const change =
  <E extends ComplaintEvent>(next: (event: RecordedEvent<E>) => Partial<ComplaintFact>) =>
  (fact: ComplaintFact | null, event: RecordedEvent<E>): ComplaintFact | null =>
    fact && { ...fact, ...next(event) };

const resolutionMinutes = ({ filedAt, resolvedAt }: ComplaintFact) =>
  resolvedAt === null ? 0 : Math.max(0, Math.floor((Date.parse(resolvedAt) - Date.parse(filedAt)) / MINUTE));

/** To two places; `null` where there is nothing to share among. */
const ratio = (total: number, among: number) => (among === 0 ? null : Math.round((total / among) * 100) / 100);

type Source = Exclude<ComplaintEvent, { type: 'ComplaintAssigned' }>;

/** The facts of the complaint report: one for each complaint, under the month of the company's calendar in which it was filed. */
export const complaintReport = configured(zoneOf, ({ timeZone }) => {
  const { yearOf, monthOf } = periodsIn(timeZone);
  return view<Source, ComplaintFact>()({
    name: 'complaint-report',
    version: 4,
    key: ({ data }) => data.complaintId,
    on: {
      ComplaintFiled: (_, { data, occurredAt }) => {
        const { complaintId, customerId, channel, category, severity, product = null } = data;
        const about = { complaintId, customerId, channel, category, severity, product };
        return { ...about, ...unresolved, filedAt: occurredAt, tier: 1, satisfaction: null };
      },
      ComplaintEscalated: change(({ data: { to } }) => ({ tier: to })),
      ComplaintResolved: change(({ data: { rootCause, onTime }, occurredAt }) => ({
        status: 'resolved',
        resolvedAt: occurredAt,
        onTime,
        rootCause,
      })),
      ComplaintReopened: change(() => unresolved),
      SatisfactionRated: change(({ data: { score } }) => ({ satisfaction: score })),
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
      onTime: flag(({ onTime }) => onTime),
      resolved: number(({ status }) => (status === 'resolved' ? 1 : 0)),
      resolvedOnTime: number(({ onTime }) => (onTime ? 1 : 0)),
      resolutionMinutes: number(resolutionMinutes),
      rated: number(({ satisfaction }) => (satisfaction === null ? 0 : 1)),
      satisfaction: number(({ satisfaction }) => satisfaction ?? 0),
    },
    indexes: [['filedAt'], ['status', 'filedAt'], ['customer', 'filedAt']],
    personal: [],
    answer: { schema: fact, of: (complaint) => complaint },
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
      sum: ['resolved', 'resolvedOnTime', 'resolutionMinutes', 'rated', 'satisfaction'],
      measures: {
        complaints: { en: 'Number of complaints', zh: '投诉数', of: ({ count }) => count },
        resolved: { en: 'Of these resolved', zh: '其中已解决', of: ({ resolved }) => resolved },
        onTimeShare: {
          en: 'Share of the resolved ones that were on time, 0 to 1',
          zh: '已解决投诉中按时解决的比例（0 至 1）',
          of: ({ resolvedOnTime, resolved }) => ratio(resolvedOnTime, resolved),
        },
        resolutionMinutes: {
          en: 'Minutes from filing to resolution',
          zh: '从登记到解决的分钟数',
          of: (sums) => sums.resolutionMinutes,
        },
        averageResolutionMinutes: {
          en: 'Minutes from filing to resolution of one resolved complaint',
          zh: '每件已解决投诉从登记到解决的平均分钟数',
          of: (sums) => ratio(sums.resolutionMinutes, sums.resolved),
        },
        rated: { en: 'Number of complaints with a rating', zh: '已评价的投诉数', of: ({ rated }) => rated },
        satisfaction: {
          en: 'Sum of the ratings, each 1 to 5',
          zh: '评分总和（每件 1 至 5 分）',
          of: (sums) => sums.satisfaction,
        },
        averageSatisfaction: {
          en: 'Average rating, 1 to 5',
          zh: '平均评分（1 至 5 分）',
          of: ({ satisfaction, rated }) => ratio(satisfaction, rated),
        },
      },
      time: 'filedAt',
    },
  });
});
