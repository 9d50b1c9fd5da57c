import { queryTerms, type PhoneRegion } from '@annals/text';
import fc from 'fast-check';
import type { ListedProfile } from './profile.js';
import { dialledNumber, phonesOf, termsOf } from './terms.js';

const found = (profile: ListedProfile, query: string, region: PhoneRegion = 'CN') => {
  const terms = termsOf(profile, region);
  return queryTerms(query, region).every((prefix) => terms.some((term) => term.startsWith(prefix)));
};
const person = (name: string, phone?: string) => ({ personId: `u-1:${name}`, name, ...(phone && { phone }) });

describe('a customer is found by', () => {
  it.each<[string, ListedProfile, string]>([
    ['the beginning of any word of its name', { name: 'Ana Trujillo Emparedados' }, 'empar tru'],
    ['a name without its accents', { name: 'Königlich Essen México' }, 'koniglich mexico'],
    ['a name with them', { name: 'Königlich Essen' }, 'KÖNIG'],
    ['full-width letters', { name: 'ＡＢＣ Trading' }, 'abc'],
    ['any part of a Chinese name', { name: '华东电力设备有限公司' }, '电力'],
    ['any part of a Japanese name with voiced sounds', { name: '東京ガス' }, 'ガス'],
    ['both scripts of a mixed name', { name: '北京ABC贸易' }, 'abc 贸易'],
    ['two parts of a Chinese name', { name: '华东电力设备有限公司' }, '华东 设备'],
    ['the pinyin of its name', { name: '华东电力设备有限公司' }, 'HuaDong dianli'],
    ['its initials', { name: '华东电力设备有限公司' }, 'hddl'],
    ['the pinyin of a contact person', { contactPersons: [person('王芳')] }, 'wang fang'],
    ['the initials of a contact person', { contactPersons: [person('王芳')] }, 'wf'],
    ['its code', { code: 'HDDL-0042' }, 'hddl-00'],
    ['its code in one word', { code: 'HDDL-0042' }, 'HDDL0042'],
    ['a code of digits', { code: '0042' }, '0042'],
    ['a long code of digits', { code: '0012345678' }, '0012345678'],
    ['its organisation code', { organisationCode: '91350100M000100Y43' }, '91350100-M000100Y-43'],
    ['the beginning of it', { organisationCode: '91350100-M000100Y-43' }, '91350100m0'],
    ['its tax number', { taxNumber: 'DE811907980' }, 'DE 811 907 980'],
    ['its licence', { businessLicence: '310000400012345' }, '310000400012345'],
    ['its e-mail address', { email: 'li.na@example.com' }, 'li.na@exam'],
    ['an e-mail address with digits', { email: 'li.na2@example.com' }, 'li.na2@example.com'],
    ['its web address', { website: 'https://example.com/shop' }, 'example.com/shop'],
    ['a street', { addresses: [{ addressId: 'u-1:a1', kind: 'home', street: 'Goethestraße 5' }] }, 'goethestrasse 5'],
    ['its whole number', { phone: '+86 21 5555 0142' }, '+86 (21) 5555-0142'],
    ['the last digits of it', { phone: '+86 21 5555 0142' }, '0142'],
    ['the middle digits of it', { phone: '+86 21 5555 0142' }, '5555 01'],
    ['its number with the country code', { phone: '138 0013 8000' }, '+8613800138000'],
    ['its fax number', { fax: '021-61234567' }, '02161234567'],
    ['a contact person', { contactPersons: [person('Thomas Hardy')] }, 'hardy'],
    ['a short attribute', { attributes: { meterType: 'Three-phase' } }, 'three-ph'],
    ['a code among the attributes', { attributes: { erp: 'K-4711/A' } }, 'k4711'],
    ['a number among the attributes', { attributes: { erp: 470011 } }, '470011'],
    ["a contact person's number", { contactPersons: [person('A', '555 0123')] }, '0123'],
  ])('%s', (_, profile, query) => {
    expect(found(profile, query)).toBe(true);
  });

  it('each of its fields, however many it has', () => {
    const contactPersons = ['13800138001', '13800138002', '13900139003'].map((phone) => person('联系人', phone));
    const profile = { name: '华东电力设备有限公司', email: 'info@hddl.example', phone: '021-61234567', contactPersons };
    expect(found(profile, '13900139003')).toBe(true);
    const name = Array.from({ length: 80 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    const long = { ...profile, name, code: 'HDDL-0042', contactPersons: [] };
    for (const query of ['info@hddl.example', 'hddl-0042', '61234567', name]) expect(found(long, query)).toBe(true);
  });
});

describe('a customer is not found by', () => {
  it.each([
    ['a word that it does not have', 'ana bolt'],
    ['the inside of a word', 'rujillo'],
    ['a flag among its attributes', 'true'],
  ])('%s', (_, query) => {
    expect(found({ name: 'Ana Trujillo', attributes: { key: true } }, query)).toBe(false);
  });
});

it('asks for nothing that no word has', () => {
  expect(queryTerms(' -!* ', 'CN')).toEqual([]);
});

it('takes three digits for a word', () => {
  expect(queryTerms('360', 'CN')).toEqual(['360']);
});

it('leaves out numbers that are too short to tell anybody', () => {
  expect(termsOf({ phone: '110' }, 'CN')).toEqual([]);
});

it('has terms of at most 50 attributes', () => {
  const attributes = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`a${index}`, `x${index}`]));
  expect(termsOf({ attributes }, 'CN').length).toBeLessThanOrEqual(100);
});

it('has terms of bounded length, and each once', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const terms = termsOf({ name, code: name, phone: name }, 'CN');
      expect(terms.every((term) => [...term].length <= 40)).toBe(true);
      expect(new Set(terms).size).toBe(terms.length);
    }),
  ));

it('finds every customer by its own name', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      expect(found({ name, code: name }, name)).toBe(true);
    }),
  ));

describe('a number', () => {
  it('is kept with its last digit first, with and without the country code, each of them once', () => {
    const contactPersons = [person('A', '020 8765 4321'), person('B')];
    expect(phonesOf({ phone: '(20) 87654321', contactPersons }, 'CN')).toEqual(['1234567802', '123456780268']);
  });

  it('is kept without its extension, too', () =>
    expect(phonesOf({ phone: '021-61234567-8012' }, 'CN')).toEqual(['21087654321612', '7654321612', '765432161268']));

  it("is one of the customer's country", () =>
    expect(phonesOf({ phone: '030-0074321', geographic: { country: 'Germany' } }, 'CN')).toContain('12347000394'));

  it('is one of several in a field, each with and without its country code', () =>
    expect(phonesOf({ phone: '13800138000 / 13900139000' }, 'CN')).toEqual(
      ['13800138000', '8613800138000', '13900139000', '8613900139000'].map((digits) => [...digits].reverse().join('')),
    ));

  it('is kept as it is written where no country is known that has it', () => {
    expect(phonesOf({ phone: '999-12345', geographic: { country: 'Atlantis' } }, 'CN')).toEqual(['54321999']);
    expect(dialledNumber('999-12345', 'CN')).toEqual({ whole: '54321999', national: '54321999' });
  });

  it('is nothing where there is none', () => {
    expect(phonesOf({}, 'CN')).toEqual([]);
    expect(dialledNumber('ext.', 'CN')).toEqual({ whole: '', national: '' });
  });
});
