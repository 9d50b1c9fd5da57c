import { once } from 'node:events';
import { EventEmitter } from 'node:events';
import { Waiting } from './waiting.js';

const place = { topic: 'readings', partition: 3 };

it('names the partition that waits, its message and the reason, until it goes on', async () => {
  const waiting = new Waiting();
  waiting.failed(place, '17', new Error('The store does not answer.'));
  waiting.failed({ ...place, partition: 4 }, '1', 'odd');
  expect(waiting.all).toEqual([
    { ...place, offset: '17', trouble: 'The store does not answer.' },
    { ...place, partition: 4, offset: '1', trouble: 'odd' },
  ]);
  const bell = new EventEmitter();
  const resumed = once(bell, 'resumed');
  waiting.later(place, () => bell.emit('resumed'));
  await resumed;
  waiting.succeeded(place);
  expect(waiting.all).toHaveLength(1);
});

it('goes on at once with what waits when the partitions are given out anew, since nobody else would', () => {
  const waiting = new Waiting();
  const resumed: string[] = [];
  waiting.failed(place, '17', 'odd');
  waiting.later(place, () => resumed.push('paused before'));
  waiting.end();
  expect([waiting.all, resumed]).toEqual([[], ['paused before']]);
  waiting.failed(place, '17', 'odd');
  waiting.later(place, () => resumed.push('paused by a batch of before'));
  expect(resumed).toEqual(['paused before', 'paused by a batch of before']);
});
