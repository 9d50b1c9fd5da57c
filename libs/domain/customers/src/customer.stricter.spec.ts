import { stricterPreference } from './customer.stricter.js';

const at = new Date('2026-01-05T09:00:00Z');
const stricter = (one: object | null, other: object | null) =>
  stricterPreference(one && { doNotContact: false, ...one }, other && { doNotContact: false, ...other }, at);
const hours = (from: string, to: string, timeZone = 'UTC') => ({ quietHours: { from, to, timeZone } });
const cap = (contacts: number, days: number) => ({ frequencyCap: { contacts, days } });

it('is that of the one who has any', () => {
  expect(stricter(null, null)).toBeNull();
  expect(stricter(cap(1, 7), null)).toMatchObject(cap(1, 7));
  expect(stricter(null, cap(1, 7))).toMatchObject(cap(1, 7));
});

it('wants no contact if either wants none', () => {
  expect(stricter({ doNotContact: true }, {})).toEqual({ doNotContact: true });
  expect(stricter({}, { doNotContact: true })).toEqual({ doNotContact: true });
});

it('keeps what the first wishes, and fills it', () =>
  expect(stricter({ preferredChannel: 'phone' }, { preferredChannel: 'email', language: 'zh' })).toEqual({
    ...{ doNotContact: false, preferredChannel: 'phone', language: 'zh' },
  }));

it('allows no more contacts than either', () => {
  expect(stricter(cap(2, 7), cap(3, 30))).toMatchObject(cap(2, 30));
  expect(stricter({}, cap(3, 30))).toMatchObject(cap(3, 30));
});

it.each([
  ['those of both if they are the same', hours('21:00', '08:00'), hours('21:00', '08:00'), hours('21:00', '08:00')],
  [
    'the longer ones around the shorter ones',
    hours('20:00', '08:00'),
    hours('21:00', '07:00'),
    hours('20:00', '08:00'),
  ],
  ['from the first to the last', hours('20:00', '06:00'), hours('22:00', '08:00'), hours('20:00', '08:00')],
  ['the shorter way around', hours('22:00', '23:00'), hours('01:00', '02:00'), hours('22:00', '02:00')],
  [
    'those of another time zone',
    hours('20:00', '22:00'),
    hours('05:00', '07:00', 'Asia/Shanghai'),
    hours('20:00', '23:00'),
  ],
  ['all but a minute of the day', hours('08:00', '07:00'), hours('07:00', '08:00'), hours('08:00', '07:59')],
])('has quiet hours: %s', (_, one, other, both) => expect(stricter(one, other)).toMatchObject(both));
