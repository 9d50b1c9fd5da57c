import { ContactAllowed } from '@annals/contracts-contacts';
import { NOW } from '@annals/testing';
import { company, customerId, made, preferring, registered } from '../test/calls.js';
import { after, hours, nights } from '../test/permission.js';

const call = { channel: 'phone', purpose: 'sales' } as const;

it('names each rule that refuses, with its sentence in the language of the caller and when it ends', () => {
  const night = new Date('2026-01-05T22:00:00.000Z');
  const capped = preferring({ quietHours: nights, frequencyCap: { contacts: 1, days: 7 } });
  const { ask } = after([registered, capped], [made({ purpose: 'sales', contactId: 'a' }, hours(-24))], night);
  expect(ask(call)).toMatchObject({
    ...{ customerId, ...call, personId: null, at: night.toISOString(), allowed: false, exception: null },
    allowedFrom: '2026-01-11T09:00:00.000Z',
    rules: [
      { rule: 'do-not-contact', applies: true, allows: true, code: null, detail: null, allowedFrom: null },
      { rule: 'objection', applies: true, allows: true },
      { rule: 'consent', applies: false, allows: true },
      { rule: 'quiet-hours', applies: true, code: 'QuietHours', allowedFrom: '2026-01-06T08:00:00.000Z' },
      { rule: 'frequency-cap', code: 'FrequencyCapReached', allowedFrom: '2026-01-11T09:00:00.000Z' },
    ],
  });
  expect(ask(call, 'zh').rules[3]!.detail).toContain('不被打扰');
  expect(ask(call, 'en').rules[3]!.detail).toContain('22:00 in UTC');
});

it('goes on to the end of quiet hours where a cap ends within them', () => {
  const capped = preferring({ quietHours: nights, frequencyCap: { contacts: 1, days: 1 } });
  const { ask } = after([registered, capped], [made({ purpose: 'sales', contactId: 'a' }, hours(-10))], hours(0));
  expect(ask(call).allowedFrom).toBe('2026-01-06T08:00:00.000Z');
});

it.each([
  ['that ends only with another wish', { doNotContact: true }],
  ['of no contact at all', { frequencyCap: { contacts: 0, days: 1 } }],
])('has no moment for a rule %s', (_, preference) =>
  expect(after([registered, preferring(preference)]).ask(call)).toMatchObject({ allowed: false, allowedFrom: null }),
);

it('is given by an exception, which it names', () => {
  const exception = ContactAllowed.event({
    ...{ allowanceId: 'ex-1', customerId, ...call, reason: 'A gas leak.', allowedBy: { id: 'max' } },
    ...{ from: hours(-1).toISOString(), until: hours(1).toISOString() },
  });
  expect(after([registered, preferring({ doNotContact: true })], [exception]).ask(call)).toMatchObject({
    ...{ allowed: true, allowedFrom: null, exception: { allowanceId: 'ex-1', until: hours(1).toISOString() } },
  });
});

it('comes with the channel and the language that the customer prefers', () => {
  const { ask } = after([registered, preferring({ preferredChannel: 'email', language: 'zh' })]);
  expect(ask(call)).toMatchObject({
    ...{ allowed: true, allowedFrom: NOW.toISOString() },
    warnings: [{ code: 'OtherChannelPreferred' }, { code: 'LanguagePreferred' }],
  });
  expect(ask({ ...call, channel: 'email' }).warnings).toHaveLength(1);
});

it('is not given for a customer or a contact person that is not known', () => {
  expect(() => after([]).ask(call)).toThrow(expect.objectContaining({ code: 'CustomerNotRegistered' }) as Error);
  expect(() => after([company]).ask({ ...call, personId: 'p9' })).toThrow(
    expect.objectContaining({ code: 'ContactPersonUnknown' }) as Error,
  );
});
