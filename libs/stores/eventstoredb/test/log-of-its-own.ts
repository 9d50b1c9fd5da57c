import { EventStore, RevisionConflict } from '@annals/event-sourcing';
import type { EventPlace, NewEvent, ReadOptions, Receipt } from '@annals/event-sourcing';

type Placed = { readonly stream: string; readonly position: number };

/** A view of a shared log that starts empty at the current position. */
export class LogOfItsOwn extends EventStore {
  constructor(
    private readonly log: EventStore,
    /** Prefix of its streams. */
    private readonly name: string,
    /** Its start; all events appended later belong to it. */
    private readonly begin: () => Promise<number>,
  ) {
    super();
  }

  async read(stream: string, after?: number) {
    const begin = await this.begin();
    return (await this.log.read(this.outside(stream), after)).map((event) => this.inside(event, begin));
  }

  async readAt(places: readonly EventPlace[]) {
    const begin = await this.begin();
    const outside = places.map((place) => ({
      ...place,
      stream: this.outside(place.stream),
      position: place.position + begin,
    }));
    return (await this.log.readAt(outside)).map((event) => this.inside(event, begin));
  }

  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt> {
    const copy = structuredClone(events);
    const begin = await this.begin();
    try {
      return this.inside(await this.log.append(this.outside(stream), expected, copy), begin);
    } catch (error) {
      throw error instanceof RevisionConflict ? new RevisionConflict(stream, error.expected, error.actual) : error;
    }
  }

  async *readAll(after: number, options?: ReadOptions) {
    const begin = await this.begin();
    for await (const batch of this.log.readAll(begin + after, options))
      yield batch.map((event) => this.inside(event, begin));
  }

  async *follow(after: number, signal: AbortSignal, options?: ReadOptions) {
    const begin = await this.begin();
    for await (const batch of this.log.follow(begin + after, signal, options))
      yield batch.map((event) => this.inside(event, begin));
  }

  identity() {
    return this.log.identity();
  }

  async head() {
    return (await this.log.head()) - (await this.begin());
  }

  close() {
    return this.log.close();
  }

  private outside(stream: string) {
    return `${this.name}-${stream}`;
  }

  private inside<P extends Placed>(placed: P, begin: number): P {
    return { ...placed, stream: placed.stream.slice(this.name.length + 1), position: placed.position - begin };
  }
}
