import type { Draft, Origin, Receipt, SentOrigin, Words } from '@annals/event-sourcing';
import type { Command } from '@nestjs/cqrs';
import type { z } from 'zod';
import { addCommandClass } from './command-classes.js';
import type { PathOver } from './command-path.js';
import type { Deprecation } from './deprecation.js';
import { everyCommand } from './every-command.js';

export type Fields = Readonly<Record<string, z.ZodType>>;
type FieldName<F extends Fields> = keyof F & string;
/** Names that fields cannot have. */
type Reserved = { readonly type?: never; readonly origin?: never };
export type ValuesOf<F extends Fields> = Readonly<z.output<z.ZodObject<F>>>;
type Values<F extends Fields> = ValuesOf<F & Omit<typeof everyCommand, keyof F>>;

export type Scope<F extends Fields> = {
  /** The field with the id of the customer or the record that the command is about; `null` for the installation. */
  readonly about: FieldName<F> | null;
};

export type Row<F extends Fields, Path extends string, Needs extends string> = Scope<F> & {
  /** Below `/v1/`. */
  readonly post: PathOver<FieldName<F>, Path>;
  /** What the command does, in the imperative. */
  readonly summary: Words;
  /** Details beyond the summary. */
  readonly description?: Words;
  /** One of the slice's rights. */
  readonly needs: Needs;
  /** The field with the id of the new record: derived from the Idempotency-Key if the caller sends none. */
  readonly creates?: FieldName<F>;
  /** The field with a second customer that the command is about, besides that in `customerId`. */
  readonly alsoAbout?: FieldName<F>;
  /** Fields that the server fills in if the caller omits them. */
  readonly fills?: { readonly [K in FieldName<F>]?: (origin: Origin) => z.input<F[K]> };
  /** Fields that the server sets, such as who approves; callers can send only those that it has no value for. */
  readonly sets?: { readonly [K in FieldName<F>]?: (origin: Origin) => z.input<F[K]> };
  /** The field with a user whose records the receipt counts: see `ReceiptNotes`. */
  readonly countsWorkOf?: FieldName<F>;
  /** The field with the id of a new customer whose probable duplicates the receipt names: see `ReceiptNotes`. */
  readonly namesDuplicatesOf?: FieldName<F>;
  /** What of the record `If-Match` is compared with, if not its `revision`: the second one in its `ETag`. */
  readonly compares?: string;
  /** The fields that are needed unless another one is given. */
  readonly unless?: { readonly given: FieldName<F>; readonly needs: readonly FieldName<F>[] };
  /** If its route will be removed. */
  readonly deprecated?: Deprecation;
};

type FromOrigin = Readonly<Record<string, (origin: Origin) => unknown>>;

export type CommandRoute<Needs extends string = string> = {
  readonly post: string;
  readonly summary: Words;
  readonly description?: Words;
  readonly needs: Needs;
  readonly creates?: string;
  readonly alsoAbout?: string;
  readonly fills?: FromOrigin;
  readonly sets?: FromOrigin;
  readonly countsWorkOf?: string;
  readonly namesDuplicatesOf?: string;
  readonly compares?: string;
  readonly unless?: { readonly given: string; readonly needs: readonly string[] };
  readonly deprecated?: Deprecation;
};

/** The declaration of a command as static members: for routes, guards, OpenAPI and forms. */
export type CommandForm<Name extends string = string, F extends Fields = Fields, Needs extends string = string> = {
  readonly type: Name;
  /** The fields of the row, then those of every command. */
  readonly fields: F;
  readonly about: string | null;
  /** `null` for a command without a route. */
  readonly route: CommandRoute<Needs> | null;
};

/** Exported, because the declaration file of a command class names what the class extends. */
export type CommandClass<Name extends string, F extends Fields, Needs extends string> = CommandForm<Name, F, Needs> & {
  new (
    values: Values<F>,
    origin: SentOrigin,
  ): Command<Receipt> & Values<F> & { readonly type: Name; readonly origin: Origin };
  /** A command without an origin: what a policy returns. */
  of(values: Values<F>): Draft;
};

export type AnyCommand = Command<Receipt> & {
  readonly type: string;
  readonly origin: SentOrigin;
  readonly expectedRevision?: number | undefined;
};
export type AnyCommandClass<Needs extends string = string> = CommandForm<string, Fields, Needs> & {
  new (values: never, origin: SentOrigin): AnyCommand;
};

/**
 * The base of a command, from one row: `class AssignComplaint extends command('AssignComplaint', { complaintId: id,
 * assignee: staff }, { post: 'complaints/:complaintId/assign', … }) {}`. Its bus answer is a `Receipt`.
 */
export const command = <Name extends string, const F extends Fields, const Path extends string, const N extends string>(
  type: Name,
  fields: F & Reserved,
  { about, ...route }: Row<F, Path, N>,
): CommandClass<Name, F, N> => commandClass<Name, F, N>(type, fields, about, route as CommandRoute<N>);

/** A command without a route: sent by policies and by Annals itself. */
export const systemCommand = <Name extends string, const F extends Fields>(
  type: Name,
  fields: F & Reserved,
  { about }: Scope<F>,
): CommandClass<Name, F, never> => commandClass<Name, F, never>(type, fields, about, null);

const commandClass = <Name extends string, F extends Fields, N extends string>(
  type: Name,
  own: F,
  about: string | null,
  route: CommandRoute<N> | null,
): CommandClass<Name, F, N> => {
  const fields = { ...everyCommand, ...own };
  // The base class of Nest is empty, and the rules for class-validator are in `rules.ts`: a thread that only knows the
  // fields of commands loads neither.
  class Typed {
    static readonly type = type;
    static readonly fields = fields;
    static readonly about = about;
    static readonly route = route;

    readonly type: Name = type;
    readonly origin: SentOrigin;

    constructor(values: Values<F>, origin: SentOrigin) {
      Object.assign(this, values);
      this.origin = origin;
    }

    static of(values: Values<F>): Draft {
      return { type, fields: values };
    }
  }
  const form = Typed as unknown as CommandClass<Name, F, N>; // Object.assign is invisible to the compiler
  addCommandClass(form);
  return form;
};
