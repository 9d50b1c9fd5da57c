import type { Words } from '@annals/event-sourcing';
import type { Json } from './json.js';

/** A command that a row became. */
export type CommandInput = {
  /** The name of the command's class, such as `RegisterCustomer`. */
  readonly type: string;
  /** The same for the same mapping, step and key, whenever and however often it is imported. */
  readonly commandId: string;
  /** `import:<name of the mapping>`. */
  readonly source: string;
  /** The W3C trace that it comes from. */
  readonly traceparent?: string | undefined;
  /** What a client would post: the fields, `occurredAt` and `reason` among them. */
  readonly body: Readonly<Record<string, Json>>;
};

export type Invalid = { readonly field: string; readonly rule: string; readonly message: Words };

/** What became of a command. */
export type Outcome =
  /** `stored` is false if it had been carried out before, or there was nothing left to do. */
  | { readonly status: 'done'; readonly stored: boolean }
  /** A rule said no: the code of the `Rejection`, and what people are told. */
  | { readonly status: 'refused'; readonly code: string; readonly message: Words }
  /** The body does not have the form of the command. */
  | { readonly status: 'invalid'; readonly errors: readonly Invalid[] };

/**
 * What the importer needs of the application. Answers stand in the order of the commands, one for each.
 *
 * No two commands of one call concern the same stream (as far as `oneAtATimePer` is right), and a call comes when the one
 * before it is answered: so all may run at once, and `stored` is whether the receipt's position lies behind the head of
 * the log as it was before the call. Whatever is thrown ends the import, which can be resumed: throw for anything that is
 * not the row's fault.
 */
export type Executor = {
  /** Checks the form, as `execute` does, and stores nothing: for dry runs. `done` says that the form is right. */
  readonly check: (commands: readonly CommandInput[]) => Promise<readonly Outcome[]>;
  /** Checks the form and carries out; everything answered with `done` is on disk. */
  readonly execute: (commands: readonly CommandInput[]) => Promise<readonly Outcome[]>;
};
