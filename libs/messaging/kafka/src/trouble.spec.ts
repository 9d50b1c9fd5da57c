import { messageTrouble } from './trouble.js';

const well = { trouble: null, kind: null };
const idle = { trouble: null, waiting: [] };

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
  expect(messageTrouble(well, { trouble: 'The store does not answer.', waiting })).toEqual({
    ...{ state: 'MessagesStandStill', kind: 'MessageFails' },
    meaning: 'partition 3 of readings waits at offset 17: The store does not answer.',
  });
});
