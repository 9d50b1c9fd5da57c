import type { HistoryEntry } from '../../design/event.js';
import { briefly, sentenceOf, toneOf } from './sentence.js';

const event = (type: string, data: object, changes: HistoryEntry['changes'] = []) =>
  ({ type, data, changes }) as unknown as HistoryEntry;

it('says what an event is about: its summary or title, otherwise its amount, quantity or what has changed', () => {
  const amount = { amount: '440.00', currency: 'CNY' };
  const phone = { field: 'phone', before: null, after: '138' };
  expect([
    sentenceOf('Contact', event('ContactMade', { summary: 'Asked for a quote.' }), 'en'),
    sentenceOf('收款', event('PaymentReceived', { amount }), 'zh'),
    sentenceOf('Usage metered', event('UsageMetered', { quantity: '1458.5', unit: 'kWh' }), 'en'),
    sentenceOf('Data changed', event('CustomerDataChanged', {}, [phone]), 'en'),
    sentenceOf('Owner assigned', event('OwnerAssigned', {}), 'en'),
  ]).toEqual([
    'Contact: Asked for a quote.',
    '收款：440 元',
    'Usage metered: 1,458.5 kWh',
    'Data changed: 138',
    'Owner assigned',
  ]);
});

it('shortens a long text', () => {
  const said = sentenceOf('Contact', event('ContactMade', { summary: 'x'.repeat(500) }), 'en');
  expect(said).toHaveLength('Contact: '.length + 121);
});

it('marks what was won and what went wrong', () => {
  expect([
    toneOf(event('DealClosed', { outcome: 'won' })),
    toneOf(event('DealClosed', { outcome: 'lost' })),
    toneOf(event('ComplaintFiled', {})),
  ]).toEqual(['good', undefined, 'bad']);
});

it('names an entry of a list by its title', () => {
  expect([briefly({ dealId: 'd-1', title: 'Tea' }), briefly({ count: 1 }), briefly('x')]).toEqual([
    'Tea',
    { count: 1 },
    'x',
  ]);
});
