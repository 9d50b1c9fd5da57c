import { EventStoreDecorator, type EventStore, type NewEvent } from '@annals/event-sourcing';

type Listener = { readonly types: ReadonlySet<string>; readonly appended: () => Promise<void> };

/** Reports the appends of this process before they return, so that a caller with the receipt finds their effect here. */
export class OwnAppends {
  private readonly listeners: Listener[] = [];

  /** `appended` is called after an append with one of the types; its errors do not fail the append. */
  listen(types: readonly string[], appended: () => Promise<void>) {
    this.listeners.push({ types: new Set(types), appended });
  }

  /** The log through which this process appends. */
  watching(log: EventStore): EventStore {
    return new WatchedEventStore(log, (events) => this.tell(events));
  }

  private async tell(events: readonly NewEvent[]) {
    const concerned = this.listeners.filter(({ types }) => events.some(({ type }) => types.has(type)));
    if (concerned.length > 0) await Promise.allSettled(concerned.map(({ appended }) => appended()));
  }
}

class WatchedEventStore extends EventStoreDecorator {
  constructor(
    log: EventStore,
    private readonly tell: (events: readonly NewEvent[]) => Promise<void>,
  ) {
    super(log);
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]) {
    const receipt = await this.log.append(stream, expected, events);
    await this.tell(events);
    return receipt;
  }
}
