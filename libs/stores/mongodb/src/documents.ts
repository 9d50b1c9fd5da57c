import type { DocumentWrite, FieldKind, FieldValue, StoredDocument } from '@annals/event-sourcing';
import { type AnyBulkWriteOperation, type Collection, MongoBulkWriteError } from 'mongodb';
import { limbsOf, type Limbs } from './limbs.js';
import { toStored, type Stored } from './scalars.js';
import type { Shape } from './shape.js';

/** A document in MongoDB. Of a removed one the position remains, so that an older event cannot restore it. */
export type Kept = {
  readonly _id: string;
  readonly position: number;
  /** JSON, so that every value is returned unchanged. */
  readonly body?: string;
  readonly fields?: Readonly<Record<string, Stored | readonly Stored[] | Limbs>>;
};

export const keptOf = (shape: Shape, { id, position, body, fields }: DocumentWrite): Kept => {
  if (!body) return { _id: id, position };
  const values = shape.fields.map(([field, kind]) => [field, valueOf(kind, fields[field])] as const);
  return { _id: id, position, body: JSON.stringify(body), fields: Object.fromEntries(values) };
};

const valueOf = (kind: FieldKind, value: FieldValue = null) => {
  if (kind === 'amount') return limbsOf(value as string | null);
  if (kind === 'one') return toStored(value as string | number | boolean | null);
  return value === null ? [] : [...new Set([value].flat().map(toStored))];
};

export const documentOf = ({ _id, position, body }: Kept): StoredDocument => ({
  id: _id,
  position,
  body: JSON.parse(body!) as object,
});

/** The write that wins among several writes of one document. */
export const newest = (writes: readonly DocumentWrite[]): readonly DocumentWrite[] => {
  const byId = new Map<string, DocumentWrite>();
  for (const write of writes)
    if (write.position > (byId.get(write.id)?.position ?? -Infinity)) byId.set(write.id, write);
  return [...byId.values()];
};

const DUPLICATE_KEY = 11_000;
const UNORDERED = { ordered: false } as const;

/** Stores documents that are newer than the stored ones. May be repeated, even concurrently. */
export const put = async (collection: Collection<Kept>, documents: readonly Kept[]): Promise<void> => {
  const refused = await bulk(collection, documents, true);
  // They exist now: newer, or inserted concurrently.
  if (refused.length > 0) await bulk(collection, refused, false);
};

/** Returns those whose ids already exist. */
const bulk = async (
  collection: Collection<Kept>,
  documents: readonly Kept[],
  upsert: boolean,
): Promise<readonly Kept[]> => {
  const operations = documents.map(({ _id, position, ...rest }): AnyBulkWriteOperation<Kept> => ({
    replaceOne: { filter: { _id, position: { $lt: position } }, replacement: { position, ...rest }, upsert },
  }));
  try {
    await collection.bulkWrite(operations, UNORDERED);
    return [];
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const errors = [error.writeErrors].flat();
    if (errors.length === 0 || error.result.getWriteConcernError() || errors.some(({ code }) => code !== DUPLICATE_KEY))
      throw error;
    return errors.map(({ index }) => documents[index]!);
  }
};

export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
