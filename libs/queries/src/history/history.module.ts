import { EventStore } from '@annals/event-sourcing';
import { PastEvents } from '@annals/reading';
import { Global, Module } from '@nestjs/common';
import { History } from './history.js';
import { Timelines } from './timelines.js';

const provided = [
  History,
  { provide: PastEvents, useExisting: History },
  {
    provide: Timelines,
    inject: [History, EventStore],
    useFactory: (history: History, log: EventStore) => new Timelines(history, log),
  },
];

/** The histories of customers. The process provides `Views` and an `EventStore`. */
@Global()
@Module({ providers: provided, exports: provided })
export class HistoryModule {}
