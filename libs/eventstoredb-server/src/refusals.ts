import { Metadata, status, type ServiceError } from '@grpc/grpc-js';

/** An error as the server sends it, with its details in the trailers. */
export class Refusal extends Error implements Partial<ServiceError> {
  readonly metadata = new Metadata();

  constructor(
    readonly code: status,
    readonly details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, value);
  }
}

/** Whether it ends a call with many appends, instead of refusing one of them. */
export const endsCall = ({ code, metadata }: Refusal) =>
  metadata.get('exception')[0] === 'not-leader' || CALL_ENDS.has(code);

const CALL_ENDS: ReadonlySet<status> = new Set([status.UNAUTHENTICATED, status.UNAVAILABLE, status.CANCELLED]);

export const cancelled = () => new Refusal(status.CANCELLED, 'The call was cancelled.');

export const busy = () => new Refusal(status.UNAVAILABLE, 'Server Is Too Busy');

export const busyUnknown = () => new Refusal(status.UNKNOWN, 'Server Is Busy');

export const notLeader = (host: string, port: number) =>
  new Refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': `${port}`,
  });

export const accessDenied = () =>
  new Refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

/** A wrong password, or a user who is not known. */
export const unauthenticated = () => new Refusal(status.UNAUTHENTICATED, 'Received HTTP status code 401');

export const streamDeleted = (stream: string) =>
  new Refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const wrongVersion = (stream: string, expected: number, actual: number) =>
  new Refusal(status.FAILED_PRECONDITION, `Wrong expected version of ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': `${expected}`,
    'actual-version': `${actual}`,
  });

export const tooLarge = (limit: number) =>
  new Refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': `${limit}`,
  });

/** A known exception of the newer server that the driver does not know. */
export const eventTooLarge = (id: string, size: number, limit: number) =>
  new Refusal(
    status.INVALID_ARGUMENT,
    `Event with Id: ${id}, Size: ${size}, exceeds Maximum Append Event Size of ${limit}.`,
    { exception: 'maximum-append-event-size-exceeded' },
  );

/** A position at which no record begins. */
export const noRecordThere = (text: string) => new Refusal(status.UNKNOWN, text);
