/** What is known of a stored file. `sha256` is in hexadecimal. */
export type BlobInfo = { readonly name: string; readonly bytes: number; readonly sha256: string };

export type BlobContent = AsyncIterable<Uint8Array>;

/** The content has more bytes than are allowed. Nothing was stored. */
export class BlobTooLarge extends Error {
  constructor(
    readonly blob: string,
    readonly limit: number,
  ) {
    super(`${blob} is larger than ${limit} bytes.`);
  }
}

const NAME = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;
const LONGEST = 200; // characters

/** Names are paths of letters, digits, `_`, `-` and `.`; no part begins with a dot. Throws for any other name. */
export const requireBlobName = (name: string): string => {
  if (name.length > LONGEST || !NAME.test(name)) throw new Error(`"${name}" cannot be the name of a stored file.`);
  return name;
};

/**
 * The store of files, by name. Every adapter passes `blobStoreContract` of @annals/testing. A file is stored completely or
 * not at all, and durably when `put` returns.
 */
export abstract class BlobStore {
  /** Stores a file, replacing one of the same name. Throws `BlobTooLarge` beyond `limit` bytes, and errors of the content. */
  abstract put(name: string, content: BlobContent, limit: number): Promise<BlobInfo>;

  /** `undefined` if there is no such file. */
  abstract get(name: string): Promise<BlobContent | undefined>;

  /** `undefined` if there is no such file. */
  abstract stat(name: string): Promise<BlobInfo | undefined>;

  /** The names that begin with a prefix, sorted. */
  abstract list(prefix: string): Promise<readonly string[]>;

  /** Does nothing if there is no such file. */
  abstract delete(name: string): Promise<void>;

  abstract close(): Promise<void>;
}

/** The content, unchanged. Throws `BlobTooLarge` as soon as it exceeds `limit` bytes. */
export async function* withinLimit(name: string, content: BlobContent, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw new BlobTooLarge(name, limit);
    yield chunk;
  }
}
