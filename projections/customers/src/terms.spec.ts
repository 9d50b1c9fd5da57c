import fc from 'fast-check';
import { phonesOf, reversedNumber, searchTerms, termsOf } from './terms.js';

const found = (profile: Parameters<typeof termsOf>[0], query: string) => {
  const terms = termsOf(profile);
  return searchTerms(query).every((prefix) => terms.some((term) => term.startsWith(prefix)));
};

describe('a customer is found by', () => {
  it.each<[string, Parameters<typeof termsOf>[0], string]>([
    ['the beginning of any word of its name', { name: 'Ana Trujillo Emparedados' }, 'empar tru'],
    ['a name without its accents', { name: 'Königlich Essen México' }, 'koniglich mexico'],
    ['a name with them', { name: 'Königlich Essen' }, 'KÖNIG'],
    ['full-width letters', { name: 'ＡＢＣ Trading' }, 'abc'],
    ['any part of a Chinese name', { name: '华东电力设备有限公司' }, '电力'],
    ['any part of a Japanese name with voiced sounds', { name: '東京ガス' }, 'ガス'],
    ['both scripts of a mixed name', { name: '北京ABC贸易' }, 'abc 贸易'],
    ['two parts of a Chinese name', { name: '华东电力设备有限公司' }, '华东 设备'],
    ['its code', { code: 'HDDL-0042' }, 'hddl-00'],
    ['its code in one word', { code: 'HDDL-0042' }, 'HDDL0042'],
    ['a code of digits', { code: '0042' }, '0042'],
    ['its e-mail address', { email: 'li.na@example.com' }, 'li.na@exam'],
    ['its whole number', { phone: '+86 21 5555 0142' }, '+86 (21) 5555-0142'],
    ['the last digits of it', { phone: '+86 21 5555 0142' }, '0142'],
    ['the middle digits of it', { phone: '+86 21 5555 0142' }, '5555 01'],
    ['a contact person', { contactPersons: [{ personId: 'u-1:p1', name: 'Thomas Hardy' }] }, 'hardy'],
    ["a contact person's number", { contactPersons: [{ personId: 'u-1:p1', name: 'A', phone: '555 0123' }] }, '0123'],
  ])('%s', (_, profile, query) => {
    expect(found(profile, query)).toBe(true);
  });
});

describe('a customer is not found by', () => {
  it.each([
    ['a word that it does not have', 'ana bolt'],
    ['the inside of a word', 'rujillo'],
  ])('%s', (_, query) => {
    expect(found({ name: 'Ana Trujillo' }, query)).toBe(false);
  });
});

it('asks for nothing that no word has', () => {
  expect(searchTerms(' -!* ')).toEqual([]);
});

it('takes three digits for a word', () => {
  expect(searchTerms('360')).toEqual(['360']);
});

it('leaves out numbers that are too short to tell anybody', () => {
  expect(termsOf({ phone: '110' })).toEqual([]);
});

it('has a bounded number of terms of bounded length, and each once', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const terms = termsOf({ name, code: name, phone: name });
      expect(terms.length).toBeLessThanOrEqual(64);
      expect(terms.every((term) => [...term].length <= 40)).toBe(true);
      expect(new Set(terms).size).toBe(terms.length);
    }),
  ));

it('finds every customer by its own short name', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
      expect(found({ name, code: name }, name)).toBe(true);
    }),
  ));

describe('a number', () => {
  it('is kept with its last digit first and without the trunk zero, for each of them once', () => {
    const contactPersons = [
      { personId: 'u-1:p1', name: 'A', phone: '020 8765 4321' },
      { personId: 'u-1:p2', name: 'B' },
    ];
    expect(phonesOf({ phone: '(20) 87654321', contactPersons })).toEqual(['1234567802']);
  });

  it('is nothing where there is none', () => {
    expect(phonesOf({})).toEqual([]);
    expect(reversedNumber('ext.')).toBe('');
  });
});
