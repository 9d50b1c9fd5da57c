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

/** The routes of every view that declares a list or a report. The process provides `Views`, an `EventStore` and the `Configuration`. */
@Module({})
export class ReadingModule {
  static with(views: ReadViews): DynamicModule {
    return {
      module: ReadingModule,
      imports: [AccessModule],
      controllers: [...views.filter(isListed).flatMap(listRoutes), reportsController(views)],
      providers: [
        { provide: VIEWS, useValue: views },
        Moments,
        Reader,
        PastReader,
        Answers,
        Incompleteness,
        Reports,
        ReportsThen,
        Names,
      ],
    };
  }
}
