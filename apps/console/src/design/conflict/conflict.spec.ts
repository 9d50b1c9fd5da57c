import type { Field } from '../../api/catalogue.js';
import { chosenOf, disputed, entered, likelySide, settled, valueOn, type Versions } from './conflict.js';

const fields = ['phone', 'email', 'industry', 'fax'].map((name): Field => ({ name, kind: 'text' }));
const versions: Versions = {
  original: { phone: '1', email: 'a', industry: null },
  theirs: { phone: '2', email: 'b' },
  mine: { phone: '3' },
};

const namesIn = (of: Versions) => disputed(of, fields).map(({ name }) => name);

it('names what is entered here, then what others have changed', () => {
  expect(namesIn(versions)).toEqual(['phone', 'email']);
});

it('names nothing that nobody has changed', () => {
  expect(namesIn({ original: { phone: '2' }, theirs: { phone: '2' }, mine: { phone: '2' } })).toEqual([]);
});

it('compares users by their ids', () => {
  const [li, same] = [{ owner: { id: 'li', name: 'Li' } }, { owner: { id: 'li' } }];
  expect(entered(same, li)).toEqual({});
  expect(entered({ ...same, reason: 'x' }, { owner: null })).toEqual(same);
});

it('sends what was chosen with what is no field of the record, and theirs otherwise', () => {
  const body = { title: 'mine', owner: { id: 'li' }, reason: 'x' };
  const theirs = { title: 'theirs', owner: { id: 'xu', name: 'Xu' }, step: 'intent' };
  expect(settled(body, { title: 'mine' }, theirs)).toEqual({ title: 'mine', owner: { id: 'xu' }, reason: 'x' });
});

it('presets what is entered here, otherwise what others have changed', () => {
  expect([likelySide(versions, 'phone'), likelySide(versions, 'email')]).toEqual(['mine', 'theirs']);
  expect(valueOn(versions, 'mine', 'email')).toBe('a');
});

it('sends only what differs from theirs', () => {
  const sides = new Map([
    ['phone', 'mine'],
    ['email', 'theirs'],
  ] as const);
  expect(chosenOf(versions, sides)).toEqual({ phone: '3' });
  expect(chosenOf(versions, new Map([['email', 'original']]))).toEqual({ email: 'a' });
  expect(chosenOf(versions, new Map([['industry', 'mine']]))).toEqual({});
});
