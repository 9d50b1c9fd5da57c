import type { Found, Words } from '@annals/event-sourcing';
import type { Json } from './json.js';
import type { Step } from './mapping.js';

/** A command made from a row. */
export type CommandInput = {
  /** The name of the command's class, such as `RegisterCustomer`. */
  readonly type: string;
  /** Derived from mapping, step and key, so that it is the same at every import. */
  readonly commandId: string;
  /** `import:<name of the mapping>`. */
  readonly source: string;
  /** The user who sent it, if it is not who carries out the others. */
  readonly actor?: string;
  /** The W3C trace that it comes from. */
  readonly traceparent?: string | undefined;
  /** Whether an earlier command of the run with this id is done: it is the one that counts, and this one only has to be valid. */
  readonly repeated?: boolean;
  /** The body that a client would post, including `occurredAt` and `reason`. */
  readonly body: Readonly<Record<string, Json>>;
};

/** What should be known of a row although its command was carried out; `field` is the field of the command. */
export type RowWarning = Found & { readonly field: string };

export type Invalid = { readonly field: string; readonly rule: string; readonly message: Words };

/** The outcome of a command. */
export type Outcome =
  /**
   * `stored` is false if the command had already been carried out or changed nothing. `differs`: it had been carried out
   * with other content, which stays. `updated`: it had been, and another command has stored what differs.
   */
  | {
      readonly status: 'done';
      readonly stored: boolean;
      readonly differs?: boolean;
      readonly updated?: boolean;
      readonly warnings?: readonly RowWarning[];
    }
  /** A rule refused it: the code of the `Rejection` and its text. */
  | { readonly status: 'refused'; readonly code: string; readonly message: Words }
  /** The body is not valid for the command. */
  | { readonly status: 'invalid'; readonly errors: readonly Invalid[] };

/**
 * Carries out the commands of the importer. Outcomes are in the order of the commands, one each.
 *
 * No two commands of one call concern the same stream (if `oneAtATimePer` is right), repeated ones aside, and calls do not overlap. So all
 * commands of a call may run concurrently, and `stored` is whether the position of the receipt is after the head of the log
 * before the call. An error ends the import, which can be resumed: throw whenever the row is not the cause.
 */
export type Executor = {
  /** What is wrong with a step whatever its rows contain, one line each; a step with such lines is never carried out. */
  readonly review?: (step: Step) => readonly string[];
  /** Decides as `execute` does, over a copy of the log that is thrown away, for dry runs. Nothing is stored. */
  readonly check: (commands: readonly CommandInput[]) => Promise<readonly Outcome[]>;
  /** Validates and carries out; everything with the outcome `done` is on disk. */
  readonly execute: (commands: readonly CommandInput[]) => Promise<readonly Outcome[]>;
};
