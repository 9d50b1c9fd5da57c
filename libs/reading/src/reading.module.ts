import { AccessModule } from '@annals/access';
import { isListed } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import { Module, type DynamicModule } from '@nestjs/common';
import { listRoutes } from './list-routes.js';
import { Reader } from './reader.js';

/** The routes of every view that declares a list. The process provides `Views`, an `EventStore` and the `Configuration`. */
@Module({})
export class ReadingModule {
  static with(views: readonly AnyProjection[]): DynamicModule {
    return {
      module: ReadingModule,
      imports: [AccessModule],
      controllers: views.filter(isListed).map(listRoutes),
      providers: [Reader],
    };
  }
}
