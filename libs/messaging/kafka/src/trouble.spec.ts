import { EngineFault } from '@annals/event-sourcing';
import { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from 'kafkajs';
import { BackOff } from './back-off.js';
import { kindOf } from './failures.js';
import { patienceOf } from './gateway-options.js';
import { messageTrouble } from './trouble.js';

const well = { trouble: null, kind: null };
const idle = { ...well, waiting: [] };

it('is none while messages move', () => expect(messageTrouble(well, idle)).toBeUndefined());

it('tells a Kafka that is away from a topic that is not of the log', () => {
  expect(messageTrouble({ trouble: 'connect ECONNREFUSED', kind: 'KafkaJSConnectionError' }, idle)).toEqual({
    ...{ state: 'KafkaAway', kind: 'KafkaJSConnectionError', meaning: 'connect ECONNREFUSED' },
  });
  expect(messageTrouble({ trouble: 'ahead', kind: 'TopicAheadOfLog' }, idle)?.state).toBe('TopicNotOfLog');
  expect(messageTrouble({ trouble: 'silent', kind: null }, idle)?.kind).toBe('NoAnswer');
  expect(messageTrouble(well, { ...idle, trouble: 'silent' })?.state).toBe('KafkaAway');
});

it('names the partition that waits, and the message', () => {
  const waiting = [{ topic: 'readings', partition: 3, offset: '17', trouble: 'The store does not answer.' }];
  expect(messageTrouble(well, { trouble: 'The store does not answer.', kind: null, waiting })).toEqual({
    ...{ state: 'MessagesStandStill', kind: 'MessageFails' },
    meaning: 'partition 3 of readings waits at offset 17: The store does not answer.',
  });
});

const report = { role: 'views', state: 'ViewsAway', product: 'MongoDB', kind: 'NoAnswer' } as const;
const gone = new KafkaJSConnectionError('connect ECONNREFUSED');
const givenUp = (cause: Error) => new KafkaJSNumberOfRetriesExceeded(cause, { retryCount: 5, retryTime: 1 });

it.each([
  ['a connection that is refused', gone, 'KafkaAway'],
  ['the same after retries', givenUp(gone), 'KafkaAway'],
  ['an error that Kafka answers with', givenUp(new KafkaJSProtocolError('No leader yet.')), 'MessagesStandStill'],
  ['a fault of our own', new TypeError('x is not a function'), 'MessagesStandStill'],
  ['views that do not answer, which have a word', new Error('Lease.', { cause: new EngineFault(report) }), undefined],
])('calls a failure by what it is: %s', async (_, error, state) => {
  const { signal } = new AbortController();
  const backOff = new BackOff();
  await backOff.failed(error, signal, 0);
  await backOff.failed(error, signal, 0);
  await backOff.failed(error, signal, 0);
  await backOff.failed(error, signal, 0);
  expect(messageTrouble({ trouble: backOff.trouble!, kind: backOff.kind! }, idle)?.state).toBe(state);
});

it('does not report what only fails once, unless Kafka has not answered', async () => {
  const { signal } = new AbortController();
  const backOff = new BackOff();
  await backOff.failed(new KafkaJSProtocolError('The group is formed anew.'), signal, 0);
  expect(backOff.trouble).toBeUndefined();
  backOff.succeeded();
  await backOff.failed(gone, signal, 0);
  expect([backOff.trouble, backOff.kind]).toEqual(['connect ECONNREFUSED', kindOf(gone)]);
});

it.each([[undefined], [2_000], [90_000]])(
  'takes no group for away that waits for a member that was killed: sessions of %s ms',
  (sessionTimeout) => {
    const { rebalanceTimeout, stallAfter, ...patience } = patienceOf({ ...(sessionTimeout && { sessionTimeout }) });
    expect(rebalanceTimeout).toBeGreaterThanOrEqual(patience.sessionTimeout);
    expect(stallAfter).toBeGreaterThan(rebalanceTimeout);
  },
);
