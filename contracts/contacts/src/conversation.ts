import { channel, choice, field, id, instant, partId, personalText, purpose, staff } from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

const direction = choice({ inbound: { en: 'Inbound', zh: '呼入' }, outbound: { en: 'Outbound', zh: '呼出' } });
export const DIRECTIONS = direction.options;

const outcome = choice({
  reached: { en: 'Reached', zh: '已联系上' },
  'message-left': { en: 'Message left', zh: '已留言' },
  'not-reached': { en: 'Not reached', zh: '未联系上' },
  refused: { en: 'Refused', zh: '拒绝' },
  'wrong-number': { en: 'Wrong number', zh: '号码错误' },
});
export const OUTCOMES = outcome.options;

const response = choice({
  none: { en: 'None', zh: '无' },
  positive: { en: 'Positive', zh: '积极' },
  neutral: { en: 'Neutral', zh: '中性' },
  negative: { en: 'Negative', zh: '消极' },
});
export const RESPONSES = response.options;

export const purposeWords = [{ en: 'Purpose', zh: '目的' }, { example: 'service' }] as const;

/** What is said of every contact, whether or not the customer is known. */
export const conversation = z.object({
  contactId: field(id, { en: 'Contact', zh: '接触' }, { example: 'ct-5001' }),
  channel: field(channel, { en: 'Channel', zh: '渠道' }, { example: 'phone' }),
  direction: field(direction, { en: 'Direction', zh: '方向' }, { example: 'inbound' }),
  purpose: field(purpose, ...purposeWords),
  summary: field(personalText, { en: 'Summary', zh: '摘要' }, { example: 'Asked for a quote.' }),
  outcome: field(outcome, { en: 'Outcome', zh: '结果' }, { example: 'reached' }),
  response: field(response, { en: 'Response', zh: '反应' }, { example: 'positive' }),
  durationSeconds: field(
    z.number().int().min(0),
    { en: 'Duration (s)', zh: '时长（秒）' },
    { example: 180 },
  ).optional(),
  contactedAt: field(instant, { en: 'Contacted at', zh: '接触时间' }, { example: '2026-01-05T09:00:00.000Z' }),
  contactedBy: field(staff, { en: 'Contacted by', zh: '接触人' }, { example: { id: 'li.na' } }),
});

export const personId = field(
  partId,
  { en: 'Contact person', zh: '联系人编号' },
  { example: 'c-1001:p1', identifies: 'contact' },
);
