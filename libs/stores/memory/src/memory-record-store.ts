import { compareScalars, RecordConflict, RecordKeyTaken, RecordStore } from '@annals/event-sourcing';
import type { ExpectedRevision, RecordPageQuery, RecordWrite, StoredRecord } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';

type Kept = { readonly revision: string; readonly body: string; readonly keys: readonly string[] };

/** Records in memory. */
export class MemoryRecordStore extends RecordStore {
  private readonly kept = new Map<string, Map<string, Kept>>();

  async get(kind: string, id: string) {
    return recordOf(kind, id, this.of(kind).get(id));
  }

  async find(kind: string, key: string) {
    const id = this.holderOf(kind, key);
    return id === undefined ? undefined : recordOf(kind, id, this.of(kind).get(id));
  }

  async list(kind: string, { limit, after }: RecordPageQuery) {
    const ids = [...this.of(kind).keys()].filter((id) => after === undefined || compareScalars(id, after) > 0);
    const page = ids.toSorted(compareScalars).slice(0, limit);
    return page.map((id) => recordOf(kind, id, this.of(kind).get(id))!);
  }

  async kinds() {
    const filled = [...this.kept].filter(([, records]) => records.size > 0);
    return filled.map(([kind]) => kind).toSorted(compareScalars);
  }

  async keysOf(kind: string, id: string) {
    return this.of(kind).get(id)?.keys ?? [];
  }

  async put({ kind, id, body, keys = [] }: RecordWrite, expected: ExpectedRevision) {
    this.require(kind, id, expected);
    if (keys.some((key) => (this.holderOf(kind, key) ?? id) !== id)) throw new RecordKeyTaken(kind, id);
    const next = {
      revision: randomUUID(),
      body: JSON.stringify(body),
      keys: [...new Set(keys)].toSorted(compareScalars),
    };
    this.kept.set(kind, this.of(kind).set(id, next));
    return recordOf(kind, id, next)!;
  }

  async delete(kind: string, id: string, expected: string) {
    this.require(kind, id, expected);
    this.of(kind).delete(id);
  }

  async close() {}

  private of(kind: string): Map<string, Kept> {
    return this.kept.get(kind) ?? new Map<string, Kept>();
  }

  private require(kind: string, id: string, expected: ExpectedRevision) {
    if ((this.of(kind).get(id)?.revision ?? null) !== expected) throw new RecordConflict(kind, id);
  }

  private holderOf(kind: string, key: string): string | undefined {
    return [...this.of(kind)].find(([, { keys }]) => keys.includes(key))?.[0];
  }
}

const recordOf = (kind: string, id: string, kept: Kept | undefined): StoredRecord | undefined =>
  kept && { kind, id, revision: kept.revision, body: JSON.parse(kept.body) as object };
