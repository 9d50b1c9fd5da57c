import fc from 'fast-check';
import { PAIRS } from '../test/pairs.js';
import { addressOf } from './addresses.js';
import { mailboxOf } from './contact-points.js';
import { wordsIn } from './latin.js';
import { organisationName } from './organisation-name.js';
import { personName } from './person-name.js';
import { placeForm } from './regions.js';

const names = PAIRS.flatMap(({ files }) => files.map(({ name }) => name ?? ''));

it('brings what is in its form to the same form', () =>
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...names), fc.string({ unit: fc.constantFrom(...'aeouqgxüß .') })), (name) => {
      expect(wordsIn(wordsIn(name).join(' '))).toEqual(wordsIn(name));
    }),
  ));

it.each(['上海市', 'Köln', 'Cologne', 'Hong Kong', '内蒙古自治区'])('brings the place %s to the same form', (place) =>
  expect(placeForm(placeForm(place))).toBe(placeForm(place)),
);

it('brings a mailbox to the same form', () =>
  fc.assert(fc.property(fc.emailAddress(), (email) => expect(mailboxOf(mailboxOf(email)!)).toBe(mailboxOf(email)))));

it.each([
  ['华为技术（深圳）有限公司', { core: ['华为'], activities: ['technology'], places: ['shenzhen'], form: 'ltd' }],
  ['中国工商银行股份有限公司北京市分行', { core: ['工商'], activities: ['bank'], branch: 'beijing' }],
  ['北京银行', { core: ['银行'], places: ['beijing'] }],
  ['Acme 有限公司', { script: 'latin', core: ['acme'], form: 'ltd' }],
  ['Siemens AG, Niederlassung Berlin', { core: ['siemens'], form: 'ag', branch: 'berlin' }],
  ['Müller GmbH & Co. KG', { core: ['muller'], form: 'gmbh & co kg' }],
  ['Hong Kong Trading Ltd', { core: ['hongkong'], activities: ['trading'], form: 'ltd' }],
])('reads the name of the organisation %s', (name, parts) => expect(organisationName(name)).toMatchObject(parts));

it.each([
  ['欧阳娜娜', { surname: '欧阳', given: ['娜娜'] }],
  ['張偉先生', { surname: '张', given: ['伟'] }],
  ['Dr. Hans Müller jun.', { surname: 'muller', given: ['hans'], generation: 'junior' }],
  ['García Márquez, Gabriel', { surname: 'garciamarquez', given: ['gabriel'] }],
])('reads the name of the person %s', (name, parts) => expect(personName(name)).toMatchObject(parts));

it.each([
  ['上海市浦东新区世纪大道100号20楼', { street: 'shiji avenue', number: '100', unit: '20', city: 'shanghai' }],
  ['人民路一百二十号', { street: 'renmin road', number: '120', unit: null, city: null }],
  ['Hauptstr. 12 a', { street: 'haupt street', number: '12a' }],
  ['12 Main St, Apt 5', { street: 'main street', number: '12', unit: '5' }],
])('reads the address %s', (street, parts) => expect(addressOf({ street })).toMatchObject(parts));

it.each(['', '•••', '人民路', 'Main Street'])('reads no address from "%s"', (street) =>
  expect(addressOf({ street })).toBeNull(),
);
