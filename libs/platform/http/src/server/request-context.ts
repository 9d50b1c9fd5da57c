import { AsyncLocalStorage } from 'node:async_hooks';

/** The current request, for the log. */
export type RequestContext = { readonly requestId: string; readonly correlationId: string };

export const requestContext = new AsyncLocalStorage<RequestContext>();
