import type { AnyCommand, AnyCommandClass } from '@annals/command-bus';

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

/** What receipts say of the time before a command that its events do not. */
export abstract class ReceiptNotes {
  /** What a user is responsible for; `undefined` while the views are away. */
  abstract workOf(userId: string): Promise<readonly ResponsibilityCount[] | undefined>;
}

export type Notes = { readonly responsibilities?: readonly ResponsibilityCount[] };

/** What the receipt of a command says besides, counted before the command is carried out. */
export const notesOn = async (command: AnyCommand, notes: ReceiptNotes | undefined): Promise<Notes> => {
  const field = (command.constructor as unknown as AnyCommandClass).route?.countsWorkOf;
  if (field === undefined || !notes) return {};
  const responsibilities = await notes.workOf((command as unknown as Readonly<Record<string, string>>)[field]!);
  return responsibilities ? { responsibilities } : {};
};
