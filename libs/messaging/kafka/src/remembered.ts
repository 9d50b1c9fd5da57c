import type { DocumentStore, Lease, ViewStore } from '@annals/event-sourcing';

/** A partition contains its events up to log position `relayed`; `end` was the offset after its last message. */
export type Mark = { readonly relayed: number; readonly end: bigint };

type Body = {
  readonly relayed: number;
  readonly end: string;
  readonly partitions: number;
  /** The identity of the log that `relayed` is a position of; missing in stores of older versions. */
  readonly log?: string;
};

const COLLECTION = 'relay';

/**
 * How far the log has been read for a partition that is empty, because of its retention time or because none of its
 * customers had events. The record may be outdated: the end of the partition decides.
 */
export class Remembered {
  private written = 0;

  constructor(
    private readonly store: DocumentStore,
    private readonly topic: string,
    private readonly partitions: number,
    /** The identity of the log that is relayed. */
    private readonly log: string,
  ) {}

  /** The marks of this log. Throws if the number of partitions has changed: events of a customer would continue in another partition. */
  async read(mine: readonly number[]): Promise<ReadonlyMap<number, Mark>> {
    await this.store.open({ name: COLLECTION, fields: {}, indexes: [] });
    const found = await this.store.get(
      COLLECTION,
      mine.map((partition) => this.idOf(partition)),
    );
    this.written = Math.max(0, ...found.map(({ position }) => position));
    const bodies = new Map(found.map(({ id, body }) => [id, body as Body]));
    return new Map(
      mine.flatMap((partition) => {
        const body = bodies.get(this.idOf(partition));
        return body && (body.log ?? this.log) === this.log ? [[partition, this.markOf(body)]] : [];
      }),
    );
  }

  /** Throws `Fenced` if another process holds the lane. */
  async write(marks: ReadonlyMap<number, Mark>, lease: Lease) {
    const { partitions, log } = this;
    this.written += 1;
    const writes = [...marks].map(([partition, { relayed, end }]) => ({
      id: this.idOf(partition),
      position: this.written, // of this record: the log may be read anew when the topic is
      body: { relayed, end: String(end), partitions, log } satisfies Body,
      fields: {},
    }));
    await this.store.commit([{ collection: COLLECTION, writes }], lease);
  }

  private idOf(partition: number) {
    return `${this.topic}/${partition}`;
  }

  private markOf({ relayed, end, partitions }: Body): Mark {
    if (partitions === this.partitions) return { relayed, end: BigInt(end) };
    throw new Error(`${this.topic} had ${partitions} partitions and has ${this.partitions}: give it a new name.`);
  }
}

/**
 * Forgets how far topics were filled, so that the end of each topic alone decides, and an empty one gets everything. Throws while
 * a relay runs.
 */
export const forgetMarks = async (store: ViewStore): Promise<void> => {
  const lanes = (await store.leases('relay ')).map(({ name }) => name);
  if (lanes.length > 0)
    throw new Error(`A relay runs (${lanes[0]}). Stop every relay, and wait until its leases have ended.`);
  await store.drop(COLLECTION);
};
