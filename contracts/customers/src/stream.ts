const PREFIX = 'customer-';

/** The stream of a customer. */
export const customerStream = (customerId: string): string => `${PREFIX}${customerId}`;

/** The customer of a stream; `undefined` for a stream of something else. */
export const customerOfStream = (stream: string): string | undefined =>
  stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : undefined;
