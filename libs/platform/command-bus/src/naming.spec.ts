import fc from 'fast-check';
import { v5 } from 'uuid';
import { namingOf } from './naming.js';

const { eventId, blind } = namingOf(Buffer.alloc(32, 1));

it('names an event the same in every process', () => {
  expect(eventId('command/stream/0')).toBe(namingOf(Buffer.alloc(32, 2)).eventId('command/stream/0'));
  expect(eventId('command/stream/0')).toBe('1cf130d9-445f-5504-9455-f5e02640f431');
});

it('hides an identifier from readers without the key', () => {
  expect(blind('taxNumber/1')).toBe(blind('taxNumber/1'));
  expect(blind('taxNumber/1')).not.toBe(namingOf(Buffer.alloc(32, 2)).blind('taxNumber/1'));
  expect(blind('taxNumber/1')).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

it('gives every event a UUIDv5 in a separate namespace', () => {
  const EVENTS = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e7';
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => expect(eventId(name)).toBe(v5(name, EVENTS))));
});
