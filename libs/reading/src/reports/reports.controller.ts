import { Reads, type ReadContext } from '@annals/access';
import { isReported, type Language, type ReportedView } from '@annals/event-sourcing';
import { languageOf, Moments, QueryEndpoint } from '@annals/http';
import { Controller, Param, Query, Req, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { HISTORY } from '../past-form.js';
import type { ReadViews } from '../read-views.js';
import { reportProblems } from './report.problems.js';
import { RecordQueries, ReportQueries } from './report-parameters.js';
import { ledIn, requestOf, type ReportParameters } from './report-request.js';
import { Reports } from './reports.js';
import { ReportsThen } from './reports-then.js';

export type ReportDimension = {
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean';
  /** Whether its values are personal: only who may see personal data can use it. */
  readonly personal?: true;
};

/** Texts are in the language of the request. */
export type ReportCatalogue = {
  readonly reports: readonly {
    readonly name: string;
    readonly summary: string;
    readonly dimensions: readonly ReportDimension[];
    readonly measures: readonly {
      readonly name: string;
      /** @example Deals that were closed. */
      readonly meaning: string;
    }[];
    /** @example /v1/reports/sales */
    readonly path: string;
  }[];
};

/** The reports of these views, with each of their dimensions as a parameter. */
export const reportsController = (views: ReadViews): Type => {
  const reported = views.filter(isReported);
  const byName = new Map(reported.map((view) => [view.report.name, view]));
  const named = (name: string): ReportedView => byName.get(name) ?? reportProblems.fail('ReportNotFound', { id: name });

  @ApiTags('reports')
  @Controller('v1/reports')
  class ReportsController {
    constructor(
      private readonly reports: Reports,
      private readonly past: ReportsThen,
      private readonly moments: Moments,
    ) {}

    @QueryEndpoint(
      '',
      { en: 'List reports with their dimensions and measures', zh: '列出报表及其维度和度量' },
      'reports.read',
      'ReportCatalogue',
    )
    list(@Req() { headers }: FastifyRequest): ReportCatalogue {
      const language = languageOf(headers['accept-language']);
      return { reports: [...byName.values()].map((view) => described(view, language)) };
    }

    @QueryEndpoint(
      ':name',
      {
        en: 'Run a report; every dimension is also a filter, such as `?country=Germany`',
        zh: '查询报表；每个维度均可用作筛选条件，例如 `?country=Germany`',
      },
      'reports.read',
      'Report',
    )
    @ReportQueries(reported)
    async report(@Param('name') name: string, @Query() parameters: ReportParameters, @Reads() context: ReadContext) {
      const asked = await this.asked(name, parameters, context);
      return asked.reports.figures(asked.view, asked.request, asked.reading);
    }

    @QueryEndpoint(
      ':name/records',
      { en: 'List the records behind a figure of a report', zh: '列出报表数据对应的明细记录' },
      'reports.read',
      'ReportRecords',
    )
    @RecordQueries(reported)
    async records(@Param('name') name: string, @Query() parameters: ReportParameters, @Reads() context: ReadContext) {
      const asked = await this.asked(name, parameters, context);
      return asked.reports.behind(asked.view, asked.request, asked.reading);
    }

    private async asked(name: string, parameters: ReportParameters, context: ReadContext) {
      const view = named(name);
      const sent = requestOf(view, parameters, this.moments);
      const reading = { context, permission: 'reports.read' };
      if (!sent.then) {
        const request = await ledIn(sent, (ids) => context.ledTo(ids));
        return { view, request, reports: this.reports, reading };
      }
      context.expectRight(HISTORY);
      const history = context.rights.reach(HISTORY);
      const within = history === 'all' ? [] : [history ?? new Set<string>()];
      return {
        view,
        request: await this.past.request(sent, sent.then.moment, context.fresh),
        reports: await this.past.at(view, sent.then.moment, sent.by),
        reading: { ...reading, within },
      };
    }
  }
  return ReportsController;
};

const TYPES = { text: 'text', instant: 'text', day: 'text', number: 'number', flag: 'boolean' } as const;

const described = ({ report, fields }: ReportedView, language: Language): ReportCatalogue['reports'][number] => ({
  ...{ name: report.name, summary: report.summary[language], path: `/v1/reports/${report.name}` },
  dimensions: report.dimensions.map((name) => {
    const { kind, personal } = fields[name]!;
    return { name, type: TYPES[kind], ...(personal && { personal }) };
  }),
  measures: Object.entries(report.measures).map(([name, measure]) => ({ name, meaning: measure[language] })),
});
