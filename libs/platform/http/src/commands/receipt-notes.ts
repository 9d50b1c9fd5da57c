import type { AnyCommand, AnyCommandClass } from '@annals/command-bus';
import type { Language } from '@annals/event-sourcing';
import type { Caller } from './caller.js';

/** Records of one kind that a user is responsible for. */
export type ResponsibilityCount = {
  /** @example customers */
  readonly kind: string;
  /** @example 12 */
  readonly count: number;
  /**
   * Whether there are more than were counted.
   * @example false
   */
  readonly more: boolean;
  /**
   * The path of the list that shows them.
   * @example /v1/customers?owner=li.na
   */
  readonly list: string;
};

/** A customer that is probably the one who is registered. */
export type DuplicateNote = {
  /** @example c-1002 */
  readonly customerId: string;
  /** @example 华为技术有限公司 */
  readonly name: string | null;
  /**
   * How probable it is, from 0 to 1.
   * @fraction
   */
  readonly score: number;
  readonly verdict: 'same' | 'probable';
  /** What speaks for it and against it, the strongest first. */
  readonly evidence: readonly EvidenceNote[];
};

/** `detail` is in the language of the request. */
export type EvidenceNote = { readonly code: string; readonly detail: string };

/** Who sends a command, and in which language the answer is. */
export type Sender = { readonly caller: Caller; readonly language: Language };

/** What receipts say of the time before a command that its events do not. */
export abstract class ReceiptNotes {
  /** What a user is responsible for; `undefined` while the views are away. */
  abstract workOf(userId: string): Promise<readonly ResponsibilityCount[] | undefined>;

  /**
   * The customers that the sender may see and that a new one probably is, the most probable first, at most 20; `undefined`
   * while the views are away. Throws if there are any and the command asks for that.
   */
  abstract duplicatesOf(command: AnyCommand, sender: Sender): Promise<readonly DuplicateNote[] | undefined>;
}

export type Notes = {
  readonly responsibilities?: readonly ResponsibilityCount[];
  readonly duplicates?: readonly DuplicateNote[];
};

/** What the receipt of a command says besides, found before the command is carried out. */
export const notesOn = async (command: AnyCommand, notes: ReceiptNotes | undefined, sender: Sender): Promise<Notes> => {
  const { route } = command.constructor as unknown as AnyCommandClass;
  if (!route || !notes) return {};
  const { countsWorkOf: user, namesDuplicatesOf: customer } = route;
  const fields = command as unknown as Readonly<Record<string, string>>;
  const responsibilities = user === undefined ? undefined : await notes.workOf(fields[user]!);
  const duplicates = customer === undefined ? undefined : await notes.duplicatesOf(command, sender);
  return { ...(responsibilities && { responsibilities }), ...(duplicates?.length && { duplicates }) };
};
