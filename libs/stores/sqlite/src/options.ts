export type SqliteLogOptions = {
  readonly file: string;
  /** How long an append waits for another program that locks the file, in milliseconds; default 4,500, as a command is answered within 5 s. */
  readonly busyTimeout?: number;
  /** How many streams are kept in memory; default 20,000. */
  readonly kept?: number | undefined;
};

export type SqliteDocumentOptions = {
  readonly file: string;
  /** How long a commit waits for a commit of another process, in milliseconds; default 5,000. */
  readonly busyTimeout?: number;
  /** The clock of leases, in milliseconds; the same for all processes that share the file. */
  readonly now?: () => number;
  /** How many documents of each collection are known besides the file; default 10,000. */
  readonly kept?: number | undefined;
  /** How many bytes of the file may be mapped into memory; default 1 GB. */
  readonly mapped?: number | undefined;
};
