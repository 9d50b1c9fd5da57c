import { choicesFor, differencesOf, usualSide } from './merge-fields.js';

const one = {
  ...{ kind: 'organisation', name: 'Acme', phone: '1', roles: ['prospect'], contactPersons: [{ name: 'Ann' }] },
  geographic: { country: 'CN', city: 'Shanghai' },
};
const other = {
  ...{ kind: 'organisation', name: 'Acme', phone: '2', email: 'a@acme.example', roles: ['prospect'] },
  geographic: { city: 'Beijing', country: 'CN' },
};

it('names what differs by path, first that of which both say something', () => {
  expect(differencesOf(one, other)).toEqual([
    { field: 'phone', one: '1', other: '2' },
    { field: 'geographic.city', one: 'Shanghai', other: 'Beijing' },
    { field: 'email', one: null, other: 'a@acme.example' },
  ]);
});

it('keeps the value of the customer who remains, or the other one where there is none', () => {
  const [phone, , email] = differencesOf(one, other);
  expect([usualSide(phone!, 'one'), usualSide(phone!, 'other')]).toEqual(['one', 'other']);
  expect([usualSide(email!, 'one'), usualSide(email!, 'other')]).toEqual(['other', 'other']);
});

it('says to the command whose value remains', () => {
  const sides = new Map([
    ['phone', 'one'],
    ['email', 'other'],
  ] as const);
  expect(choicesFor(sides, 'one')).toEqual({ phone: 'survivor', email: 'merged' });
  expect(choicesFor(sides, 'other')).toEqual({ phone: 'merged', email: 'survivor' });
});
