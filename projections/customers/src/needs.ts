import { need, needClosing, type CustomerEvent } from '@annals/contracts-customers';
import { choice, customerId, field, instant } from '@annals/contracts-values';
import { day, instant as at, text, view, whenKnown, type Immutable, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

const status = choice({ current: { en: 'Current', zh: '进行中' }, ended: { en: 'Ended', zh: '已结束' } });

/** A need as the API answers it; `null` is what is not known. */
const answer = z.strictObject({
  ...{ customerId, ...need.shape },
  product: need.shape.product.unwrap().nullable(),
  until: need.shape.until.unwrap().nullable(),
  recordedAt: field(instant, { en: 'Recorded', zh: '记录时间' }),
  endedAt: field(instant.nullable(), { en: 'Ended', zh: '结束时间' }),
  outcome: needClosing.shape.outcome.nullable(),
  reason: needClosing.shape.reason.nullable(),
});

/** The stored document. */
export type ListedNeed = Immutable<z.output<typeof answer>>;

/** One document for each need of a customer. */
export const needs = view<Of<CustomerEvent, 'NeedRecorded' | 'NeedEnded' | 'NeedClosed'>, ListedNeed>()({
  name: 'needs',
  version: 1,
  key: ({ data: { customerId, needId } }) => `${customerId} ${needId}`,
  on: {
    NeedRecorded: (_, { data: { product = null, until = null, ...recorded }, occurredAt: recordedAt }) => ({
      ...recorded,
      ...{ product, until, recordedAt, endedAt: null, outcome: null, reason: null },
    }),
    NeedEnded: whenKnown((known, { occurredAt: endedAt }) => ({ ...known, endedAt })),
    NeedClosed: whenKnown((known, { data: { outcome, reason }, occurredAt: endedAt }) => ({
      ...{ ...known, outcome, reason, endedAt },
    })),
  },
  fields: {
    customer: text((known) => known.customerId),
    status: text(({ endedAt }) => (endedAt === null ? 'current' : 'ended'), { schema: status }),
    outcome: text((known) => known.outcome, { schema: needClosing.shape.outcome }),
    duration: text(({ duration }) => duration, { schema: need.shape.duration }),
    product: text(({ product }) => product),
    until: day(({ until }) => until),
    recordedAt: at(({ recordedAt }) => recordedAt),
  },
  indexes: [['recordedAt'], ['until'], ['customer', 'recordedAt']],
  personal: ['description', 'reason'],
  answer: { schema: answer, of: (known) => known },
  list: {
    path: 'needs',
    summary: { en: 'List needs by customer, product, duration and time', zh: '按客户、产品、持续性和时间列出需求' },
    record: { name: 'Need', en: 'need', zh: '需求', schema: 'NamedNeed', one: null },
    needs: 'customers.read',
    filters: ['customer', 'status', 'outcome', 'duration', 'product'],
    ranges: ['until', 'recordedAt'],
    names: { customerName: 'customer' },
    sorts: ['-recordedAt', 'until'],
  },
});
