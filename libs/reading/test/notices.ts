import { id, label, personal, staff, type Staff } from '@annals/contracts-values';
import {
  Contract,
  flag,
  instant,
  number,
  party,
  revised,
  text,
  texts,
  view,
  whenKnown,
  type EventOf,
} from '@annals/event-sourcing';
import { UNPUBLISHED, slice } from '@annals/slice';
import { z } from 'zod';

/** A slice of one aggregate with three events and two lists: notices that people leave about customers, known or not. */
const about = { noticeId: id, customerId: id.nullable() };

const urgency = z.literal([1, 2, 3]);

export const NoticeLeft = Contract.of('NoticeLeft').v1(
  z.object({ ...about, subject: personal, urgency, tags: z.array(label), loud: z.boolean() }),
);
export const NoticeTaken = Contract.of('NoticeTaken').v1(z.object({ ...about, by: staff }));
export const NoticeDone = Contract.of('NoticeDone').v1(z.object(about));

type NoticeEvent = EventOf<typeof NoticeLeft | typeof NoticeTaken | typeof NoticeDone>;

type Notice = {
  readonly noticeId: string;
  readonly customerId: string | null;
  readonly subject: string;
  readonly urgency: number;
  readonly tags: readonly string[];
  readonly loud: boolean;
  readonly status: 'open' | 'done';
  readonly by: Staff | null;
  readonly leftAt: string;
  readonly revision: number;
};

const status = z.enum(['open', 'done']);

export const noticeBoard = view<NoticeEvent, Notice>()({
  name: 'notice-board',
  version: 1,
  key: ({ data }) => data.noticeId,
  on: revised<NoticeEvent, Notice>({
    NoticeLeft: (_, { data, occurredAt }) => ({ ...data, status: 'open', by: null, leftAt: occurredAt }),
    NoticeTaken: whenKnown((notice, { data: { by } }) => ({ ...notice, by })),
    NoticeDone: whenKnown((notice) => ({ ...notice, status: 'done' })),
  }),
  fields: {
    customer: text(({ customerId }) => customerId),
    status: text((notice) => notice.status, { schema: status }),
    subject: text(({ subject }) => subject, { personal: true }),
    urgency: number((notice) => notice.urgency, { schema: urgency }),
    loud: flag(({ loud }) => loud),
    by: party(({ by }) => by?.id ?? null),
    tag: texts(({ tags }) => tags),
    leftAt: instant(({ leftAt }) => leftAt),
  },
  indexes: [['urgency'], ['status', 'urgency'], ['subject']],
  personal: ['subject'],
  revision: ({ revision }) => revision,
  answer: {
    schema: z.strictObject({ noticeId: id, subject: personal, headline: z.string(), status, by: staff.nullable() }),
    of: ({ noticeId, subject, urgency, status, by }) => ({
      ...{ noticeId, subject, status, by },
      headline: `${'!'.repeat(urgency)} ${subject}`,
    }),
  },
  list: {
    path: 'notices',
    summary: { en: 'Notices, by status, urgency and tag', zh: '按状态、紧急程度和标签列出通知' },
    record: { name: 'Notice', en: 'notice', zh: '通知' },
    needs: 'notices.read',
    filters: ['status', 'urgency', 'loud', 'by', 'tag', 'subject'],
    ranges: ['leftAt', 'urgency'],
    conditions: {
      late: (now) => [
        { field: 'status', is: 'open' },
        { field: 'leftAt', to: new Date(now.getTime() - 7 * 86_400_000).toISOString() },
      ],
    },
    names: { customerName: 'customer' },
    sorts: ['-urgency', 'subject'],
  },
  report: {
    name: 'notices',
    summary: { en: 'Notices by urgency and by who takes them', zh: '按紧急程度和负责人统计通知' },
    dimensions: ['status', 'urgency', 'loud', 'by', 'customer', 'subject'],
    labels: { by: ({ by }) => by?.name ?? null },
    sum: ['urgency'],
    measures: {
      notices: { en: 'Number of notices', zh: '通知数', of: ({ count }) => count },
      urgency: { en: 'Average urgency', zh: '平均紧急程度', of: ({ urgency, count }) => urgency / count },
    },
    time: 'leftAt',
  },
});

type Tag = { readonly tag: string; readonly last: string };

export const noticeTags = view<EventOf<typeof NoticeLeft>, Tag>()({
  name: 'notice-tags',
  version: 1,
  key: ({ data }) => data.tags,
  on: { NoticeLeft: (_, { data }, tag) => ({ tag, last: data.subject }) },
  fields: { tag: text(({ tag }) => tag) },
  about: 'installation',
  indexes: [['tag']],
  personal: ['last'],
  answer: { schema: z.strictObject({ tag: label, last: z.string() }), of: (tag) => tag },
  list: {
    path: 'notices/by/tags',
    summary: { en: 'Tags of notices', zh: '通知标签' },
    record: { name: 'NoticeTag', en: 'tag of notices', zh: '通知标签' },
    needs: 'notices.tags',
    filters: [],
    sorts: ['tag'],
  },
});

export const notices = slice({
  name: 'notices',
  title: { en: 'Notices', zh: '通知' },
  summary: { en: 'Notices on a board', zh: '公告板' },
  process: 'service',
  events: [NoticeLeft, NoticeTaken, NoticeDone],
  aggregates: () => [],
  views: () => [noticeBoard, noticeTags],
  rights: {
    'notices.read': { about: 'customers', en: 'See notices', zh: '查看通知' },
    'notices.tags': { about: 'installation', en: 'See the tags of notices', zh: '查看通知标签' },
  },
  grants: {
    sales: { team: ['notices.read'] },
    auditor: { all: ['notices.read', 'notices.tags'] },
    analyst: { all: ['notices.read', 'notices.tags'] },
  },
  published: { NoticeLeft: UNPUBLISHED, NoticeTaken: UNPUBLISHED, NoticeDone: UNPUBLISHED },
});
