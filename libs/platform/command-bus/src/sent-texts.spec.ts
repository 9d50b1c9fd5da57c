import type { Origin } from '@annals/event-sourcing';
import { z } from 'zod';
import { commandFrom, type Malformed } from './forms.js';
import { command } from './index.js';

const origin: Origin = {
  ...{ commandId: '1', correlationId: '1', causationId: '1' },
  ...{ actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' },
};

class Describe extends command(
  'Describe',
  { title: z.string().min(1).max(200), text: z.string().max(10_000), any: z.json().optional() },
  { post: 'describe', summary: { en: 'Describe', zh: '描述' }, needs: 'describe', about: null },
) {}

const described = (fields: object) => commandFrom({ title: 'A', text: '', ...fields }, Describe, origin);
const refusedIn = (fields: object) => {
  try {
    described(fields);
    return [];
  } catch (error) {
    return (error as Malformed).errors.map(({ field, rule }) => [field, rule]);
  }
};

it('stores texts without what is invisible in them', () =>
  expect(described({ title: ' A\u200Bc\u00ADme\tLtd\n', any: { inner: ['\uFEFFx'] } })).toMatchObject({
    ...{ title: 'Acme Ltd', any: { inner: ['x'] } },
  }));

it('keeps the line breaks of a long text', () =>
  expect(described({ text: 'one\r\ntwo\n' })).toMatchObject({ text: 'one\ntwo' }));

it('has the same reason in its origin', () => {
  const sent = { ...origin, reason: ' He\u200B called ' };
  const { reason, origin: own } = commandFrom(
    { title: 'A', text: '', reason: sent.reason },
    Describe,
    sent,
  ) as Describe;
  expect([reason, own.reason]).toEqual(['He called', 'He called']);
});

it.each<[string, object, readonly (readonly string[])[]]>([
  ['a title of control characters', { title: 'A\x1b[31m' }, [['title', 'noControlCharacters']]],
  ['control characters deep inside', { any: { inner: ['\x9b'] } }, [['any.inner.0', 'noControlCharacters']]],
  ['a blank text', { text: ' \n ' }, [['text', 'visible']]],
])('refuses %s', (_, fields, errors) => expect(refusedIn(fields)).toEqual(errors));

it('refuses a title of which nothing is visible', () =>
  expect(refusedIn({ title: '\u200B' })).toContainEqual(['title', 'visible']));
