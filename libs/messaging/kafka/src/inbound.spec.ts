import { deadLetterOf } from './dead-letters.js';
import { inboundOf, sourceIdOf } from './inbound.js';

const message = (more: object = {}) => ({
  ...{ key: Buffer.from('客户-1'), value: Buffer.from('{"a":1}'), offset: '7', timestamp: '0', attributes: 0 },
  headers: { id: Buffer.from('order-1') },
  ...more,
});

it('is read as text', () => {
  expect(inboundOf('orders', 2, message())).toEqual({
    ...{ topic: 'orders', partition: 2, offset: '7', key: '客户-1', headers: { id: 'order-1' }, body: '{"a":1}' },
  });
});

it('may have neither key nor value', () => {
  expect(inboundOf('orders', 2, message({ key: null, value: null }))).toMatchObject({ key: null, body: '' });
});

it('is no text unless it is UTF-8', () => {
  expect(() => inboundOf('orders', 2, message({ value: Buffer.from([0xc3, 0x28]) }))).toThrow('not valid');
});

it.each([
  [{ ce_id: 'cloud', id: 'plain' }, 'cloud'],
  [{ id: 'plain' }, 'plain'],
  [{}, 'orders/2/7'],
])('with headers %o has the source id %s', (headers, id) =>
  expect(sourceIdOf(inboundOf('orders', 2, message({ headers })))).toBe(id),
);

it('becomes the same dead letter each time', () => {
  const letter = () =>
    deadLetterOf(message(), { topic: 'orders', partition: 2 }, { code: 'Bad', message: 'It is bad.' });
  expect(letter()).toEqual(letter());
  expect(letter().headers).toMatchObject({ 'dead-letter-id': 'orders/2/7', 'dead-letter-code': 'Bad' });
});
