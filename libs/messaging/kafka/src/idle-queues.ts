import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const { scheduleCheckPendingRequests: schedule } = RequestQueue.prototype;

/**
 * After each answer the client sets a timer for requests that wait, also when none does: with a negative delay, for which Node prints a
 * `TimeoutNegativeWarning`, and every millisecond from then on.
 */
RequestQueue.prototype.scheduleCheckPendingRequests = function () {
  if (this.pending.length > 0) schedule.call(this);
};
