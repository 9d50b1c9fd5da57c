import { AccessModule } from '@annals/access';
import { Moments } from '@annals/http';
import { EventStore } from '@annals/event-sourcing';
import { Views } from '@annals/projecting';
import { viewsOfPage, type Catalogue } from '@annals/slice';
import { WholePast } from '@annals/reading';
import { Module, type DynamicModule } from '@nestjs/common';
import { CalendarAddresses } from './calendars/calendar-addresses.js';
import { CalendarFeed } from './calendars/calendar-feed.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { OwnCalendarController } from './calendars/own-calendar.controller.js';
import { CustomerQueriesController } from './customers/customers.controller.js';
import { LifecycleController } from './customers/lifecycle.controller.js';
import { pageController } from './customers/page.controller.js';
import { PastPage } from './customers/past-page.js';
import { Candidates } from './duplicates/candidates.js';
import { DuplicatesController } from './duplicates/duplicates.controller.js';
import { Duplicates } from './duplicates/duplicates.js';
import { ConversionController } from './deals/conversion.controller.js';
import { Conversions } from './deals/conversions.js';
import { PipelineController } from './deals/pipeline.controller.js';
import { CallerSearch } from './customers/callers.js';
import { HistoryModule } from './history/history.module.js';
import { ShownEntries } from './history/shown-entries.js';
import { Timelines } from './history/timelines.js';
import { ProductRules } from './offers/product-rules.js';
import { SuggestionsController } from './offers/suggestions.controller.js';
import { Suggestions } from './offers/suggestions.js';
import { LeadsController } from './leads/leads.controller.js';
import { LeadProbabilities } from './leads/lead-probabilities.js';
import { Leads } from './leads/leads.js';
import { organisationController } from './organisation/organisation.controller.js';
import { Directory } from './organisation/directory.js';
import { Responsibilities } from './organisation/responsibilities.js';
import { UserQueriesController } from './organisation/users.controller.js';
import { WalkController } from './past/walk.controller.js';
import { Walks } from './past/walks.js';
import { WhatIfs } from './what-if/what-ifs.js';
import { SettingsController } from './settings/settings.controller.js';
import { questionRoute } from './questions/question-routes.js';

/** What is so now, or was at a moment. The process that imports it provides `Views`, an `EventStore` and the `Configuration`. */
@Module({})
export class QueriesModule {
  static with({ contracts, page, questions }: Pick<Catalogue, 'contracts' | 'page' | 'questions'>): DynamicModule {
    return {
      module: QueriesModule,
      imports: [AccessModule, HistoryModule],
      controllers: [
        CustomerQueriesController,
        pageController(page),
        LifecycleController,
        WalkController,
        PipelineController,
        ConversionController,
        DuplicatesController,
        SuggestionsController,
        LeadsController,
        organisationController(contracts),
        UserQueriesController,
        SettingsController,
        CalendarsController,
        OwnCalendarController,
        ...questions.map(questionRoute),
      ],
      providers: [
        Moments,
        WholePast,
        Conversions,
        pastPage(page),
        ShownEntries,
        Walks,
        WhatIfs,
        Directory,
        Responsibilities,
        CallerSearch,
        Candidates,
        Duplicates,
        ProductRules,
        Suggestions,
        Leads,
        LeadProbabilities,
        CalendarAddresses,
        CalendarFeed,
      ],
    };
  }
}

const pastPage = (page: Catalogue['page']) => ({
  provide: PastPage,
  inject: [Views, EventStore, Timelines],
  useFactory: (views: Views, log: EventStore, timelines: Timelines) =>
    new PastPage(viewsOfPage(page), views, log, timelines),
});
