import { PastEvents } from '@annals/reading';
import { Global, Module } from '@nestjs/common';
import { History } from './history.js';

const provided = [History, { provide: PastEvents, useExisting: History }];

/** The histories of customers. The process provides `Views` and an `EventStore`. */
@Global()
@Module({ providers: provided, exports: provided })
export class HistoryModule {}
