import { AccessModule } from '@annals/access';
import { isListed } from '@annals/event-sourcing';
import { Moments } from '@annals/http';
import { Module, type DynamicModule } from '@nestjs/common';
import { Answers } from './answers.js';
import { Incompleteness } from './incompleteness.js';
import { listRoutes } from './list-routes.js';
import { Names } from './names.js';
import { VIEWS, type ReadViews } from './read-views.js';
import { PastReader } from './past-reader.js';
import { Reader } from './reader.js';
import { Reports } from './reports/reports.js';
import { ReportsThen } from './reports/reports-then.js';
import { reportsController } from './reports/reports.controller.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { SavedViews } from './saved-views/saved-views.js';
import { Shelves } from './saved-views/shelves.js';
import { WholePast } from './whole-past.js';

/** The routes of every view that declares a list or a report. Also views that users save of them. The process provides `Views`, an `EventStore`, a `RecordStore` and the `Configuration`. */
@Module({})
export class ReadingModule {
  static with(views: ReadViews): DynamicModule {
    return {
      module: ReadingModule,
      global: true,
      exports: [Reader],
      imports: [AccessModule],
      controllers: [...views.filter(isListed).flatMap(listRoutes), reportsController(views), SavedViewsController],
      providers: [
        { provide: VIEWS, useValue: views },
        Moments,
        Reader,
        PastReader,
        Answers,
        Incompleteness,
        Reports,
        ReportsThen,
        WholePast,
        Names,
        SavedViews,
        Shelves,
      ],
    };
  }
}
