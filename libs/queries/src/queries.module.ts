import { AccessModule } from '@annals/access';
import { Module } from '@nestjs/common';
import { AccessController } from './access.controller.js';
import { AccessThen } from './access.then.js';
import { ComplaintQueriesController } from './complaints.controller.js';
import { CustomerQueriesController } from './customers.controller.js';
import { LifecycleController } from './customers.lifecycle.controller.js';
import { DealQueriesController } from './deals.controller.js';
import { CustomerSearch } from './customers.search.js';
import { EventAccess } from './events.access.js';
import { EventsController } from './events.controller.js';
import { EventFeed } from './events.feed.js';
import { HistoryController } from './history.controller.js';
import { Names } from './names.js';
import { OrganisationQueriesController } from './organisation.controller.js';
import { Directory } from './organisation.directory.js';
import { UserQueriesController } from './organisation.users.controller.js';
import { ReportsController } from './reports.controller.js';
import { Reports } from './reports.js';

/** The process that imports it provides `Views`, an `EventStore` and the `Configuration`. */
@Module({
  imports: [AccessModule],
  controllers: [
    CustomerQueriesController,
    LifecycleController,
    HistoryController,
    DealQueriesController,
    ComplaintQueriesController,
    ReportsController,
    EventsController,
    AccessController,
    OrganisationQueriesController,
    UserQueriesController,
  ],
  providers: [AccessThen, Names, Directory, Reports, EventFeed, EventAccess, CustomerSearch],
})
export class QueriesModule {}
