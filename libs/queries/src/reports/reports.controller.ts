import { Asker, CustomerAccess, type Eyes } from '@annals/access';
import { Fresh, QueryEndpoint, type Caller } from '@annals/http';
import type { Freshness } from '@annals/projecting';
import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { queryProblems } from '../queries.problems.js';
import { complaints } from './complaints.js';
import type { Dimension, ReportDefinition } from './definition.js';
import { RecordQueries, ReportQueries } from './parameters.js';
import { requestOf, type ReportParameters } from './request.js';
import { sales } from './sales.js';
import { Reports } from './reports.js';

export type ReportCatalogue = {
  readonly reports: readonly {
    readonly name: string;
    readonly summary: string;
    readonly dimensions: readonly { readonly name: string; readonly type: Dimension['type'] }[];
    readonly measures: readonly { readonly name: string; readonly meaning: string }[];
    readonly path: string;
  }[];
};

const REPORTS: ReadonlyMap<string, ReportDefinition> = new Map([sales, complaints].map((each) => [each.name, each]));

const reportNamed = (name: string): ReportDefinition =>
  REPORTS.get(name) ?? queryProblems.fail('ReportNotFound', { id: name });

@ApiTags('reports')
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly customers: CustomerAccess,
  ) {}

  @QueryEndpoint(
    '',
    { en: 'List reports with their dimensions and measures', zh: '列出报表及其维度和度量' },
    'reports.read',
    'ReportCatalogue',
  )
  list(): ReportCatalogue {
    const described = ({ name, summary, dimensions, measures }: ReportDefinition) => ({
      ...{ name, summary, path: `/v1/reports/${name}` },
      dimensions: Object.entries(dimensions).map(([dimension, { type }]) => ({ name: dimension, type })),
      measures: Object.entries(measures).map(([measure, { meaning }]) => ({ name: measure, meaning })),
    });
    return { reports: [...REPORTS.values()].map(described) };
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
  @ReportQueries()
  async report(
    @Param('name') name: string,
    @Query() parameters: ReportParameters,
    @Asker() caller: Caller,
    @Fresh() fresh?: Freshness,
  ) {
    const report = reportNamed(name);
    return this.reports.report(report, requestOf(report, parameters), await this.eyes(caller, fresh));
  }

  @QueryEndpoint(
    ':name/records',
    { en: 'List the records behind a figure of a report', zh: '列出报表数据对应的明细记录' },
    'reports.read',
    'ReportRecords',
  )
  @RecordQueries()
  async records(
    @Param('name') name: string,
    @Query() parameters: ReportParameters,
    @Asker() caller: Caller,
    @Fresh() fresh?: Freshness,
  ) {
    const report = reportNamed(name);
    return this.reports.records(report, requestOf(report, parameters), await this.eyes(caller, fresh));
  }

  private async eyes(caller: Caller, fresh?: Freshness): Promise<Eyes> {
    return { sight: await this.customers.sight(caller), permission: 'reports.read', fresh };
  }
}
