import fc from 'fast-check';
import { checkedScheme, isOrganisationCode, isTaxNumber, normalIdentifier } from './index.js';

const VALID = ['91350100M000100Y43', '91310000MA1FL0XX09', '91350100M000101060', '91310000MA1FL5E91N'];

it.each([
  ...VALID,
  '91310000-ma1fl0xx0-9',
  'uscc:91310000MA1FL0XX09',
  'USCC： ９１３１００００ＭＡ１ＦＬ０ＸＸ０９',
  'duns:15-048-3782',
  'lei:5493001KJTIIGC8Y1R12',
  'vat:DE 136 695 976',
  'vat:ATU13585627',
  'vat:GB980780684',
  'cn-org:D2143569-X',
  'other:HRB 12345',
])('knows the organisation code %s', (code) => expect(isOrganisationCode(code)).toBe(true));

it.each([
  'not-a-code!!',
  '91310000MA1FL0XX0X',
  '91310000MA1FL0XX0',
  '9131000OMA1FL0XX09',
  'HRB 12345',
  'duns:1504837',
  'lei:5493001KJTIIGC8Y1R13',
  'vat:DE136695977',
  'vat:XX136695976',
  'cn-org:D2143569-0',
  'other:',
  'constructor:1',
  'passport:1',
])('refuses the organisation code %s', (code) => expect(isOrganisationCode(code)).toBe(false));

it('notices every wrong character of a unified social credit code', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...VALID),
      fc.nat(17),
      fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
      (code, at, other) => {
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        expect(isOrganisationCode(wrong)).toBe(wrong === code);
      },
    ),
  ));

it.each([
  ['31010119900501001X', true],
  ['310101199005010011', false],
  ['91310000MA1FL0XX09', true],
  ['91310000MA1FL0XX0X', false],
  ['X1234567L', true],
  ['vat:DE136695976', true],
  ['cn-id:310101199005010011', false],
  ['--', true],
  ['vat:--', false],
])('verifies the tax number %s: %s', (code, valid) => expect(isTaxNumber(code)).toBe(valid));

it('compares a code without the name of its scheme', () => {
  expect(normalIdentifier('duns:15-048-3782')).toBe('150483782');
  expect(normalIdentifier('Plan:9')).toBe('PLAN9');
});

it.each([
  ['91310000-MA1FL0XX0-9', 'uscc'],
  ['31010119900501001X', 'cn-id'],
  ['vat:DE 136 695 976', 'vat'],
  ['vat:DE136695977', null],
  ['duns:150483782', null],
  ['HRB 12345', null],
])('knows by the check digit that %s is a code of the scheme %s', (code, scheme) =>
  expect(checkedScheme(code)).toBe(scheme),
);
