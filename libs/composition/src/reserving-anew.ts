import type { Origin, RecordedEvent } from '@annals/event-sourcing';
import type { ReserveAnew } from '@annals/slice';
import type { Engine } from './engine.js';

type Stores = Pick<Engine, 'log' | 'naming' | 'catalogue'>;

/** Reserves the unique values of single streams anew, by the rules of the aggregate that they belong to. */
export class ReservingAnew {
  private readonly byType: ReadonlyMap<string, ReserveAnew>;
  /** By the category of a stream, such as `customer`. */
  private readonly byCategory = new Map<string, ReserveAnew>();

  constructor(
    private readonly stores: Stores,
    private readonly form: number,
  ) {
    this.byType = new Map(
      stores.catalogue.aggregates.flatMap(({ reserveAnew, folds: [own] }) =>
        reserveAnew ? own!.types.map((type) => [type, reserveAnew] as const) : [],
      ),
    );
  }

  /** The types of events of streams that have unique values. */
  get types(): readonly string[] {
    return [...this.byType.keys()];
  }

  /** Returns the kinds of the values that other streams have, too. */
  ofEvent({ type, stream }: RecordedEvent): Promise<readonly string[]> {
    return this.reserve(this.byType.get(type)!, stream);
  }

  async ofStream(stream: string): Promise<void> {
    const found = await this.ofCategory(stream);
    if (found) await this.reserve(found, stream);
  }

  /** All streams of a category begin with events of the same aggregate, so that one of them is looked at. */
  private async ofCategory(stream: string): Promise<ReserveAnew | undefined> {
    const category = stream.slice(0, stream.indexOf('-'));
    const known = this.byCategory.get(category);
    if (known) return known;
    const [first] = await this.stores.log.read(stream);
    const found = first && this.byType.get(first.type);
    if (found) this.byCategory.set(category, found);
    return found;
  }

  private reserve(reserve: ReserveAnew, stream: string): Promise<readonly string[]> {
    const { log, naming } = this.stores;
    const commandId = naming.eventId(`reserve-anew/${this.form}/${stream}`);
    const origin: Origin = {
      ...{ commandId, correlationId: commandId, causationId: commandId },
      ...{ actor: 'system:upgrade', source: 'upgrade', occurredAt: new Date().toISOString() },
    };
    return reserve(log, stream, origin, { naming });
  }
}
