import type { Condition } from './document-store.js';
import type { Words } from './words.js';

/** A condition on a declared field. */
export type ConditionOn<Name extends string> = Condition & { readonly field: Name };

/** The words for one record of a list. */
export type ListRecord = Words & {
  /** For programs: `Complaint`, as in the problem `ComplaintNotFound`. */
  readonly name: string;
  /** The path parameter; `id` by default. */
  readonly id?: string;
  /** Summary of the route of a single record; "Get one complaint" by default. */
  readonly one?: Words;
  /** Name of the answer in the API description; the name of the record by default. */
  readonly schema?: string;
};

/** `GET /v1/<path>?<filter>=…&sort=…` in pages, and `GET /v1/<path>/<id>`. */
export type List<Name extends string = string, Needs extends string = string> = {
  /** Below `/v1/`, without parameters: `complaints`. */
  readonly path: string;
  readonly summary: Words;
  /** `{ name: 'Complaint', en: 'complaint', zh: '投诉' }` */
  readonly record: ListRecord;
  /** One of the slice's rights. */
  readonly needs: Needs;
  /** Each takes one value, or several by repeating it. */
  readonly filters: readonly Name[];
  /** Fields with a lower bound `?<field>.from=`, inclusive, and an upper bound `?<field>.to=`, exclusive. */
  readonly ranges?: readonly Name[];
  /** `?<name>=true`: conditions that depend on the instant of the request. */
  readonly conditions?: Readonly<Record<string, (now: Date) => readonly ConditionOn<Name>[]>>;
  /** Names that are added to the answer, by the field with the ids: `{ customerName: 'customer' }`. */
  readonly names?: Readonly<Record<string, Name>>;
  /** Fields with one value; the first one is the default, with `-` before it from its end. */
  readonly sorts: readonly [Name | `-${Name}`, ...Name[]];
};

/** How other lists name the records of a view that they refer to by their field of this name. */
export type NamedAs<D> = {
  readonly of: (document: D) => string | null;
  /** The key of the document with an id; the id by default. */
  readonly key?: (id: string) => string;
  /** The name is personal: it is masked with the record that refers to it. */
  readonly personal?: true;
};
