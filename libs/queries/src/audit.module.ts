import { AccessModule } from '@annals/access';
import { Module } from '@nestjs/common';
import { AccessController } from './access.controller.js';
import { AccessThen } from './access.then.js';
import { EventAccess } from './events.access.js';
import { EventsController } from './events.controller.js';
import { EventFeed } from './events.feed.js';
import { HistoryController } from './history.controller.js';
import { Names } from './names.js';

/** What has happened, and who could see it. The process provides `Views`, an `EventStore` and the `Configuration`. */
@Module({
  imports: [AccessModule],
  controllers: [HistoryController, EventsController, AccessController],
  providers: [AccessThen, Names, EventFeed, EventAccess],
})
export class AuditModule {}
