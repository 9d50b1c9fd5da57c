/** The part of the client that `idle-queues.ts` mends; the package declares no types for it. */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  export default class RequestQueue {
    readonly pending: readonly unknown[];
    readonly throttleCheckTimeoutId?: NodeJS.Timeout;
    scheduleCheckPendingRequests: (this: RequestQueue) => void;
  }
}
