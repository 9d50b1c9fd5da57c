import type { Words } from '@annals/event-sourcing';
import type { Reason, TargetKind } from '@annals/importing';

/** How a file is written. */
export type ImportFormat = {
  /** @example gb18030 */
  readonly encoding: string;
  /** @example ; */
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  readonly thousands: '.' | ',' | ' ' | "'" | null;
  /**
   * Formats of dates and times; empty for ISO 8601.
   * @example ["dd.MM.yyyy"]
   */
  readonly dates: readonly string[];
};

/** A column with the field that it becomes. */
export type ImportColumn = {
  /** @example City */
  readonly column: string;
  /**
   * Its first different values.
   * @example ["Berlin","Shanghai"]
   */
  readonly examples: readonly string[];
  /**
   * The path of a field; `null` if the column is left out.
   * @example geographic.city
   */
  readonly target: string | null;
  /** Why: the caller has said so, by its name, by its content, or because nothing else is known of it. */
  readonly by: Reason | null;
};

/** A value of a field that has few. */
export type ImportChoice = {
  /** @example person */
  readonly value: string;
  readonly label: Words;
};

/** A field that a column can become. */
export type ImportTarget = {
  /** @example geographic.city */
  readonly path: string;
  readonly label: Words;
  readonly group: Words | null;
  readonly kind: TargetKind;
  /** The values of a choice, each with its label. */
  readonly choices: readonly ImportChoice[] | null;
  readonly required: boolean;
};

/** The beginning of a file, how it is written and what its columns become. */
export type ImportPreview = {
  /** @example 5c0f1a2b-3d4e-4f60-8a71-92b3c4d5e6f7 */
  readonly fileId: string;
  /** @example customers.csv */
  readonly name: string;
  readonly bytes: number;
  readonly format: ImportFormat;
  readonly columns: readonly ImportColumn[];
  /**
   * The first rows, with a cell for each column.
   * @example [["Berlin"]]
   */
  readonly rows: readonly (readonly string[])[];
  /** Every field that a column can become. Of the free values, `attributes.<name>`, there are as many as one likes. */
  readonly targets: readonly ImportTarget[];
  /** Values of all rows, by the paths of fields that no column has. */
  readonly constants: object;
  /**
   * The paths of fields that a customer needs and that nothing gives.
   * @example ["name"]
   */
  readonly missing: readonly string[];
  /** For `POST /v1/imports`, with the file as `rows`; `null` while something is missing. */
  readonly mapping: object | null;
};
