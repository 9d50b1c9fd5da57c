import type { Details } from '@annals/event-sourcing';
import type { Reached, WorkDone } from '@annals/imports';
import type { ToldError } from '../thread-errors.js';

/** A message of the thread: how far it is, what it has done, or why it could not. */
export type Told = {
  readonly reached?: Reached;
  readonly done?: WorkDone;
  readonly failed?: {
    readonly mapping?: readonly string[];
    readonly problem?: { readonly code: string; readonly details: Details | undefined };
    readonly error?: ToldError;
  };
};
