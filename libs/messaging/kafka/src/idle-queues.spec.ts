import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import './idle-queues.js';

it.each([
  ['no timer while no request waits', [], false],
  ['a timer for requests that wait', [{}], true],
])('sets %s', (_, pending, isSet) => {
  const queue = Object.assign(Object.create(RequestQueue.prototype) as RequestQueue, { pending, throttledUntil: -1 });
  queue.scheduleCheckPendingRequests();
  expect(queue.throttleCheckTimeoutId !== undefined).toBe(isSet);
  clearTimeout(queue.throttleCheckTimeoutId);
});
