import { AccessModule } from '@annals/access';
import type { Contract } from '@annals/event-sourcing';
import { Moments } from '@annals/http';
import { Module, type DynamicModule } from '@nestjs/common';
import { AccessController } from './access/access.controller.js';
import { AccessThen } from './access/then.js';
import { EventAccess } from './events/access.js';
import { EVENT_TYPES, EventsController } from './events/events.controller.js';
import { EventFeed } from './events/feed.js';
import { historyController } from './history/history.controller.js';
import { HistoryModule } from './history/history.module.js';
import { ShownEntries } from './history/shown-entries.js';

/** What has happened, and who could see it. The process provides `Views`, an `EventStore` and the `Configuration`. */
@Module({})
export class AuditModule {
  static with(contracts: readonly Contract[]): DynamicModule {
    return {
      module: AuditModule,
      imports: [AccessModule, HistoryModule],
      controllers: [historyController(contracts), EventsController, AccessController],
      providers: [
        { provide: EVENT_TYPES, useValue: contracts.map(({ type }) => type) },
        Moments,
        AccessThen,
        EventFeed,
        EventAccess,
        ShownEntries,
      ],
    };
  }
}
