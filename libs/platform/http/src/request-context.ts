import { AsyncLocalStorage } from 'node:async_hooks';

/** Which request is being answered, for the log. */
export type RequestContext = { readonly requestId: string; readonly correlationId: string };

export const requestContext = new AsyncLocalStorage<RequestContext>();
