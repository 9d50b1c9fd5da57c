import { Views, type Answer, type Freshness } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { Names } from './names.js';
import { listQuery, pageOf } from './page.js';
import type { ReportDefinition } from './reports.definition.js';
import { figuresOf, type Figure } from './reports.figures.js';
import { ranked, rowOf, weakest, type Labels, type Report } from './reports.report.js';
import { conditionsOf, type ReportRequest } from './reports.request.js';

/** The facts behind a figure, the latest first; each has the id of its deal or complaint. */
export type ReportRecords = { readonly items: readonly object[]; readonly next: string | null };

const ROWS = 1_000;
const RECORDS = 50;

/** Groups, adds up and lists the facts of any report. */
@Injectable()
export class Reports {
  constructor(
    private readonly views: Views,
    private readonly names: Names,
  ) {}

  async report(report: ReportDefinition, request: ReportRequest, fresh?: Freshness): Promise<Answer<Report>> {
    const { by, filters, from, to, sort, limit = ROWS } = request;
    const totals = await figuresOf(this.views, report, request, [], fresh);
    const figures = by.length > 0 ? await figuresOf(this.views, report, request, by, fresh) : { ...totals, value: [] };
    const rows = ranked(report, sort, figures.value).slice(0, limit);
    const labels = await this.labels(report, by, rows);
    return {
      ...weakest(totals, figures),
      value: {
        ...{ name: report.name, by, where: filters, from: from ?? null, to: to ?? null },
        rows: rows.map((figure) => rowOf(report, request, figure, labels)),
        left: figures.value.length - rows.length,
        totals: totals.value.map((figure) => rowOf(report, request, figure)),
      },
    };
  }

  async records(report: ReportDefinition, request: ReportRequest, fresh?: Freshness): Promise<Answer<ReportRecords>> {
    const { limit = RECORDS, cursor } = request;
    const query = listQuery(conditionsOf(report, request), `-${report.time}`, { limit, cursor });
    return pageOf(await this.views.find(report.view, query, fresh), (fact): object => fact);
  }

  private async labels(report: ReportDefinition, by: readonly string[], rows: readonly Figure[]): Promise<Labels> {
    const named = by.map(async (dimension) => {
      const kind = report.dimensions[dimension]!.names;
      const ids = rows.map(({ key }) => key[dimension]).filter((value) => typeof value === 'string');
      return kind ? { [dimension]: await this.names[kind](ids) } : {};
    });
    return Object.assign({}, ...(await Promise.all(named))) as Labels;
  }
}
