import { RecordConflict, RecordKeyTaken, RecordStore } from '@annals/event-sourcing';
import type { ExpectedRevision, RecordPageQuery, RecordWrite, StoredRecord } from '@annals/event-sourcing';
import type { Collection, Filter, MongoClient, UpdateFilter } from 'mongodb';
import { randomUUID } from 'node:crypto';
import { databaseOf, repeated } from './connecting.js';
import { isDuplicate } from './documents.js';
import { compare } from './scalars.js';

type Kept = {
  /** `<kind>/<id>`, so that the records of a kind are a range of the index. */
  readonly _id: string;
  readonly revision: string;
  /** The last revisions, so that a write whose answer was lost is found although others wrote after it; absent in older records. */
  readonly recent?: readonly string[];
  /** JSON, so that every value is returned unchanged. */
  readonly body: string;
  /** `<kind>/<key>`; absent if there are none, because a unique index accepts one empty array only. */
  readonly keys?: readonly string[];
};

export type MongoRecordOptions = {
  /** May contain the name of the database; default `annals`. */
  readonly url: string;
};

/** Records in the collection `annals.records` of a MongoDB, acknowledged by a majority of its servers. */
export class MongoRecordStore extends RecordStore {
  private readonly client: MongoClient;
  private readonly kept: Collection<Kept>;
  private indexed: Promise<unknown> | undefined;

  constructor({ url }: MongoRecordOptions) {
    super();
    const { client, database } = databaseOf(url);
    this.client = client;
    this.kept = database.collection('annals.records', { writeConcern: { w: 'majority', journal: true } });
  }

  async get(kind: string, id: string) {
    return recordOf(await this.one({ _id: pathOf(kind, id) }));
  }

  async find(kind: string, key: string) {
    return recordOf(await this.one({ keys: pathOf(kind, key) }));
  }

  async list(kind: string, { limit, after }: RecordPageQuery) {
    const range = { $gt: pathOf(kind, after ?? ''), $lt: `${kind}${AFTER_SLASH}` };
    return (await this.page({ _id: range }, limit)).map((kept) => recordOf(kept)!);
  }

  async kinds() {
    const kinds: string[] = [];
    for (;;) {
      const from = kinds.length === 0 ? '' : `${kinds.at(-1)!}${AFTER_SLASH}`;
      const [next] = await this.page({ _id: { $gte: from } }, 1);
      if (!next) return kinds.toSorted(compare);
      kinds.push(recordOf(next)!.kind);
    }
  }

  async keysOf(kind: string, id: string) {
    const kept = await this.one({ _id: pathOf(kind, id) });
    return (kept?.keys ?? []).map((key) => key.slice(kind.length + 1));
  }

  async put({ kind, id, body, keys = [] }: RecordWrite, expected: ExpectedRevision) {
    await this.index();
    const paths = [...new Set(keys)].toSorted(compare).map((key) => pathOf(kind, key));
    const next = { revision: randomUUID(), body: JSON.stringify(body), ...(paths.length > 0 && { keys: paths }) };
    const kept = { _id: pathOf(kind, id), ...next };
    const stored = await repeated(() => this.store(kept, expected));
    if (!stored && !(await this.has(kept))) throw new RecordConflict(kind, id);
    return recordOf(kept)!;
  }

  async delete(kind: string, id: string, expected: string) {
    const { deletedCount } = await this.kept.deleteOne({ _id: pathOf(kind, id), revision: expected });
    if (deletedCount === 0) throw new RecordConflict(kind, id);
  }

  async close() {
    await this.client.close();
  }

  private async store({ _id, ...next }: Kept, expected: ExpectedRevision): Promise<boolean> {
    try {
      if (expected === null) {
        await this.kept.insertOne({ _id, ...next, recent: [next.revision] });
        return true;
      }
      const { matchedCount } = await this.kept.updateOne({ _id, revision: expected }, replacementBy(next));
      return matchedCount === 1;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const { kind, id } = recordOf({ _id, ...next })!;
      if (expected !== null || !(await this.one({ _id }))) throw new RecordKeyTaken(kind, id);
      return false;
    }
  }

  /** Whether this very write was stored before, when its answer was lost. */
  private async has({ _id, revision }: Kept): Promise<boolean> {
    return (await this.one({ _id, recent: revision })) !== null;
  }

  private one(filter: Filter<Kept>) {
    return repeated(() => this.kept.findOne(filter));
  }

  private page(filter: Filter<Kept>, limit: number) {
    return repeated(() => this.kept.find(filter).sort({ _id: 1 }).limit(limit).toArray());
  }

  private async index() {
    this.indexed ??= this.kept.createIndex({ keys: 1 }, { unique: true, sparse: true });
    try {
      await this.indexed;
    } catch (error) {
      this.indexed = undefined; // the server was away; the next write tries again
      throw error;
    }
  }
}

const AFTER_SLASH = '0';
const RECENT = 32;

const replacementBy = ({ keys, ...next }: Omit<Kept, '_id'>): UpdateFilter<Kept> => ({
  $set: { ...next, ...(keys && { keys }) },
  ...(!keys && { $unset: { keys: '' } }),
  $push: { recent: { $each: [next.revision], $slice: -RECENT } },
});

const pathOf = (kind: string, name: string) => `${kind}/${name}`;

const recordOf = (kept: Kept | null): StoredRecord | undefined => {
  if (!kept) return undefined;
  const slash = kept._id.indexOf('/');
  const [kind, id] = [kept._id.slice(0, slash), kept._id.slice(slash + 1)];
  return { kind, id, revision: kept.revision, body: JSON.parse(kept.body) as object };
};
