import type { z } from 'zod';
import type { Condition, Scalar } from './document-store.js';
import type { Words } from './words.js';

/** Units of the organisation that lie in each other. */
type Unit = 'department' | 'region';

/** A condition on a declared field. */
export type ConditionOn<Name extends string> = Condition & { readonly field: Name };

/** The words for one record of a list. */
export type ListRecord = Words & {
  /** For programs: `Complaint`, as in the problem `ComplaintNotFound`. */
  readonly name: string;
  /** The path parameter; `id` by default. */
  readonly id?: string;
  /** Summary of the route of a single record; "Get one complaint" by default. `null`: the list has no such route. */
  readonly one?: Words | null;
  /** Name of the answer in the API description; the name of the record by default. */
  readonly schema?: string;
};

/** Filters that share one field of texts, `gender=female`, so that very many of them need only one index. */
export type Facets<Name extends string = string> = {
  readonly field: Name;
  /** What may be asked for, by the name of the parameter. */
  readonly of: Readonly<Record<string, z.ZodType>>;
  /** The text that the field has for a value. */
  readonly as: (name: string, value: Scalar) => string;
};

/** `?q=` finds documents by words, each of which has to be the beginning of a value of the field. */
export type Search<Name extends string = string> = {
  readonly field: Name;
  /** The words of a text; a text without any finds nothing. */
  readonly words: (text: string) => readonly string[];
  /** What is looked through, for the description of the API. */
  readonly of: string;
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
  /** What documents of the view are records of the list; all by default. */
  readonly only?: readonly ConditionOn<Name>[];
  /** Each takes one value, or several by repeating it. */
  readonly filters: readonly Name[];
  /** Filters by a unit of the organisation that find what belongs to units in it, too. */
  readonly below?: readonly Extract<Name, Unit>[];
  readonly facets?: readonly Facets<Name>[];
  readonly search?: Search<Name>;
  /** Fields with a lower bound `?<field>.from=`, inclusive, and an upper bound `?<field>.to=`, exclusive. */
  readonly ranges?: readonly Name[];
  /** `?<name>=true`: conditions that depend on the instant of the request. */
  readonly conditions?: Readonly<Record<string, (now: Date) => readonly ConditionOn<Name>[]>>;
  /** Names that are added to the answer, by the field with the ids: `{ customerName: 'customer' }`; a list of several ids. */
  readonly names?: Readonly<Record<string, Name>>;
  /**
   * Fields with one value; the first one is the default, with `-` before it from its end. Callers who may not see its values
   * get the first one that they may see.
   */
  readonly sorts: readonly [Name | `-${Name}`, ...Name[]];
  /**
   * `false` for a list without `?asOf=`: its records also rest on events of no customer, or they are the customers, whose pages
   * have it.
   */
  readonly past?: false;
  /** Records of a page at most; 1,000 by default. */
  readonly most?: number;
};

/** How other lists name the records of a view that they refer to by their field of this name. */
export type NamedAs<D> = {
  readonly of: (document: D) => string | null;
  /** The key of the document with an id; the id by default. */
  readonly key?: (id: string) => string;
  /** The name is personal: it is masked with the record that refers to it. */
  readonly personal?: true;
};
