import { replaceAt, visitAt, type PersonPath, type RecordedEvent } from '@annals/event-sourcing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { MASK } from './mask.js';

/** Of these customers, those whom a reader sees. */
export type Seeing = (customerIds: readonly string[]) => Promise<ReadonlySet<string>>;

const CUSTOMER = 'customer/';

/** Events may name other customers than their own, such as one that was found to be another one. */
@Injectable()
export class OtherCustomers {
  private readonly pathsByType: ReadonlyMap<string, readonly PersonPath[]>;

  constructor(@Inject(CATALOGUE) { contracts }: Pick<Catalogue, 'contracts'>) {
    this.pathsByType = new Map(
      contracts.map(({ type, personPaths }) => [type, personPaths.filter(({ whose }) => whose === 'customer')]),
    );
  }

  /** The same events without the ids of other customers whom a reader does not see, in their data and in the names of their streams. */
  async hidden<E extends RecordedEvent>(events: readonly E[], seeing: Seeing): Promise<readonly E[]> {
    const named = [...new Set(events.flatMap((event) => this.othersIn(event)))];
    if (named.length === 0) return events;
    const seen = await seeing(named);
    return events.map((event) => {
      const unseen = new Set(this.othersIn(event).filter((id) => !seen.has(id)));
      return unseen.size === 0 ? event : this.without(event, unseen);
    });
  }

  private othersIn({ type, subject, data }: RecordedEvent): readonly string[] {
    const ids: string[] = [];
    for (const { path } of this.pathsByType.get(type) ?? [])
      visitAt(data, path, (id) => {
        if (typeof id === 'string' && id !== subject) ids.push(id);
      });
    return ids;
  }

  private without<E extends RecordedEvent>(event: E, unseen: ReadonlySet<string>): E {
    const paths = this.pathsByType.get(event.type) ?? [];
    const data = paths.reduce(
      (at, { path }) => replaceAt(at, path, (id) => (unseen.has(String(id)) ? MASK : id)),
      event.data,
    );
    const subjects = event.subjects?.filter((person) => !unseen.has(person.slice(CUSTOMER.length)));
    const stream = [...unseen].reduce((name, id) => name.replaceAll(id, MASK), event.stream);
    return { ...event, data, stream, ...(subjects && { subjects }) };
  }
}
