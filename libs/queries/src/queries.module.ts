import { Module } from '@nestjs/common';
import { ComplaintQueriesController } from './complaints.controller.js';
import { CustomerQueriesController } from './customers.controller.js';
import { LifecycleController } from './customers.lifecycle.controller.js';
import { DealQueriesController } from './deals.controller.js';
import { EventsController } from './events.controller.js';
import { EventFeed } from './events.feed.js';
import { HistoryController } from './history.controller.js';
import { Names } from './names.js';
import { ReportsController } from './reports.controller.js';
import { Reports } from './reports.js';

/** The process that imports it provides `Views`, an `EventStore` and the `Configuration`. */
@Module({
  controllers: [
    CustomerQueriesController,
    LifecycleController,
    HistoryController,
    DealQueriesController,
    ComplaintQueriesController,
    ReportsController,
    EventsController,
  ],
  providers: [Names, Reports, EventFeed],
})
export class QueriesModule {}
