import { instant, relative } from './dates.js';
import { address, exact, exactMoney, initials, money, phone, roundMoney } from './format.js';

it.each([
  ['5400000.00', 'CNY', 'CNY 5,400,000', '5,400,000 元'],
  ['440.50', 'EUR', 'EUR 440.50', '440.50 欧元'],
  ['123456789012345.12345678', 'USD', 'USD 123,456,789,012,345.12345678', '123,456,789,012,345.12345678 美元'],
])('shows %s %s exactly, with its currency', (amount, currency, en, zh) => {
  expect([money({ amount, currency }, 'en'), money({ amount, currency }, 'zh')]).toEqual([en, zh]);
});

it.each([
  ['98.00', 'EUR 98.00', '98.00 欧元'],
  ['-1250.50', 'EUR -1,250.50', '-1,250.50 欧元'],
  ['1250', 'EUR 1,250', '1,250 欧元'],
])('keeps the digits of %s', (amount, en, zh) => {
  const value = { amount, currency: 'EUR' };
  expect([exactMoney(value, 'en'), exactMoney(value, 'zh')]).toEqual([en, zh]);
  expect(`EUR ${exact(amount, 'en')}`).toBe(en);
});

it.each([
  ['4954000', 'CNY 4.95 M', '495.4 万元'],
  ['525439.20', 'CNY 525,439', '52.54 万元'],
  ['1250000000', 'CNY 1.25 B', '12.5 亿元'],
])('rounds %s for figures at a glance', (amount, en, zh) => {
  const value = { amount, currency: 'CNY' };
  expect([roundMoney(value, 'en'), roundMoney(value, 'zh')]).toEqual([en, zh]);
});

it.each([
  ['+8613805710142', '138 0571 0142'],
  ['057186550142', '0571 8655 0142'],
  ['+43 1 234567', '+43 1 234567'],
])('shows the phone number %s as it is spoken', (value, shown) => expect(phone(value)).toBe(shown));

it('shows a Chinese address from large to small, others from small to large', () => {
  expect(address({ street: '启迪路 198 号', city: '杭州市', region: '浙江省', postalCode: '311200' })).toBe(
    '311200 浙江省杭州市启迪路 198 号',
  );
  expect(address({ street: 'Obere Str. 57', city: 'Berlin', postalCode: '12209', country: 'DE' })).toBe(
    'Obere Str. 57, 12209 Berlin, DE',
  );
});

it('names people by their family name or their first letters', () => {
  expect([initials('周晓岚'), initials('Lin Yue'), initials('li.na')]).toEqual(['周', 'LY', 'LN']);
});

it.each([
  ['2025-11-20T14:19:40', 'just now', '刚刚'],
  ['2025-11-20T10:08:00', '4 h ago', '4 小时前'],
  ['2025-11-19T10:08:00', '1 day ago', '1 天前'],
  ['2025-11-23T15:00:00', 'in 3 days', '3 天后'],
  ['1996-07-04T00:00:00', '29 years ago', '29 年前'],
])('says how far %s is from now', (value, en, zh) => {
  const now = new Date('2025-11-20T14:20:00');
  expect([relative(value, now, 'en'), relative(value, now, 'zh')]).toEqual([en, zh]);
});

it('shows an instant in the zone of the user', () => {
  expect([instant('2025-05-03T09:05:00', 'en'), instant('2025-05-03T09:05:00', 'zh')]).toEqual([
    '3 May 2025, 09:05',
    '2025 年 5 月 3 日 09:05',
  ]);
});
