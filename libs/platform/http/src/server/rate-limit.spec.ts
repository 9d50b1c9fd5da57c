import type { FastifyReply } from 'fastify';
import { addressOf, RateLimit } from './rate-limit.js';

const start = Date.parse('2026-01-05T09:00:00Z');
let now = new Date(start);
beforeEach(() => (now = new Date(start)));
const after = (seconds: number) => (now = new Date(start + seconds * 1000));

const told: Record<string, string>[] = [];
const reply = { headers: (headers: Record<string, string>) => told.push(headers) } as unknown as FastifyReply;

const limit = (perMinute: number) => new RateLimit('requests', perMinute, () => now);

it('tells callers where they stand, and refuses those who have had enough until their minute is over', () => {
  const two = limit(2);
  two.take('ann', reply);
  expect(told.at(-1)).toEqual({ 'RateLimit-Policy': '"requests";q=2;w=60', RateLimit: '"requests";r=1;t=60' });
  after(30);
  two.take('ann', reply);
  expect(told.at(-1)).toMatchObject({ RateLimit: '"requests";r=0;t=30' });
  const refusal = { status: 429, code: 'TooManyRequests', headers: { 'Retry-After': '30' } };
  expect(() => two.take('ann', reply)).toThrow(expect.objectContaining(refusal) as Error);
  two.take('bob', reply);
  after(60);
  two.take('ann', reply);
  expect(told.at(-1)).toMatchObject({ RateLimit: '"requests";r=1;t=60' });
});

it('can ask whether there is room without using it up', () => {
  const one = limit(1);
  for (let count = 0; count < 3; count += 1) one.expectRoom('ann', reply);
  one.take('ann', reply);
  expect(() => one.expectRoom('ann', reply)).toThrow('TooManyRequests');
});

it('is no limit at 0', () => {
  const none = limit(0);
  const before = told.length;
  for (let count = 0; count < 100; count += 1) none.take('ann', reply);
  none.expectRoom('ann', reply);
  expect(told).toHaveLength(before);
});

it.each([
  ['192.0.2.7', 'ip:192.0.2.7'],
  ['::ffff:192.0.2.7', 'ip:192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', 'ip:2001:db8:1:2'],
  ['2001:db8::1', 'ip:2001:db8:0:0'],
  ['::1', 'ip:0:0:0:0'],
])('takes %s for the caller %s', (ip, caller) => {
  expect(addressOf({ ip })).toBe(caller);
});
