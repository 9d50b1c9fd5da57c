import type { Field } from '../../api/catalogue.js';
import { bodyOf, enteredIn, messageAt, messagesOf, valueAt, withValue } from './values.js';

const text: Field = { name: 'title', kind: 'text' };
const count: Field = { name: 'count', kind: 'integer' };
const money: Field = {
  name: 'value',
  kind: 'money',
  fields: [
    { name: 'amount', kind: 'decimal' },
    { name: 'currency', kind: 'text' },
  ],
};
const lines: Field = { name: 'lines', kind: 'list', item: { name: 'lines', kind: 'object', fields: [text, count] } };

it('sends numbers as numbers, exact amounts as texts, and nothing of what is empty', () => {
  const values = { title: ' ', count: '3', value: { amount: '440.00', currency: 'CNY' }, lines: [{ title: '' }] };
  expect(bodyOf([text, count, money, lines], values)).toEqual({
    count: 3,
    value: { amount: '440.00', currency: 'CNY' },
  });
});

it('sends a required list that is empty, and null for what may not be left out', () => {
  const roles: Field = { name: 'roles', kind: 'list', required: true, item: { name: 'roles', kind: 'text' } };
  const parent: Field = { name: 'parentId', kind: 'text', required: true, blank: true };
  const consent: Field = { name: 'consent', kind: 'object', blank: true, fields: [text] };
  expect(bodyOf([roles, parent, consent], { roles: [], parentId: '', consent: { title: ' ' } })).toEqual({
    ...{ roles: [], parentId: null, consent: null },
  });
});

it('sends a text that is no number as it is, so that the rule can explain it', () => {
  expect(bodyOf([count], { count: 'three' })).toEqual({ count: 'three' });
});

it('sends a time as an instant, and a day as a day', () => {
  const at: Field = { name: 'occurredAt', kind: 'instant' };
  expect(bodyOf([at], { occurredAt: '2026-01-05T09:00' })).toEqual({
    occurredAt: new Date(2026, 0, 5, 9).toISOString(),
  });
  expect(bodyOf([at], { occurredAt: '2026-01-05' })).toEqual({ occurredAt: '2026-01-05' });
});

it('sends the value of a choice, which may be a number', () => {
  const tier: Field = { name: 'tier', kind: 'choice', values: [{ value: 2, en: 'Two', zh: '二' }] };
  expect(bodyOf([tier], { tier: '2' })).toEqual({ tier: 2 });
});

it('changes a value at a place, and nothing else', () => {
  const before = { lines: [{ title: 'Tea' }, { title: 'Rice' }] };
  const after = withValue(before, ['lines', 1, 'title'], 'Salt');
  expect([after, before.lines[1]]).toEqual([{ lines: [{ title: 'Tea' }, { title: 'Salt' }] }, { title: 'Rice' }]);
  expect(valueAt(after, ['lines', 1, 'title'])).toBe('Salt');
  expect(valueAt(after, ['value', 'amount'])).toBeUndefined();
});

it('knows what was entered, also that a value was removed', () => {
  const initial = { name: 'Acme', roles: ['prospect'], code: null };
  expect(enteredIn({ ...initial, code: '' }, initial)).toEqual({});
  expect(enteredIn({ ...initial, name: ' ', roles: ['prospect', 'dealer'], phone: '1' }, initial)).toEqual({
    ...{ name: null, roles: ['prospect', 'dealer'], phone: '1' },
  });
});

it('shows the message of a rule at its field, or at the one that contains it', () => {
  const messages = messagesOf([{ field: 'lines.0.quantity', rule: 'pattern', message: 'Send a number.' }]);
  expect(messageAt(messages, ['lines', 0, 'quantity'])).toBe('Send a number.');
  expect(messageAt(messages, ['lines'])).toBe('Send a number.');
  expect(messageAt(messages, ['line'])).toBeUndefined();
});
