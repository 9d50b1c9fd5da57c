import { accessProblems, PERSONAL, RecordAccess, seesPersonal, type CustomerRecord, type Eyes } from '@annals/access';
import type { Answer, Readable } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { Names } from '../names.js';
import { listQuery, seenPage } from '../page.js';
import type { ReportDefinition } from './definition.js';
import { figuresOf, type Figure } from './figures.js';
import { ranked, rowOf, weakest, type Labels, type Report } from './report.js';
import { conditionsOf, type ReportRequest } from './request.js';

/** The facts behind a figure, the latest first; each has the id of its deal or complaint. */
export type ReportRecords = { readonly items: readonly object[]; readonly next: string | null };

const ROWS = 1_000;
const RECORDS = 50;

/** Groups, adds up and lists the facts of any report. */
@Injectable()
export class Reports {
  constructor(
    private readonly facts: RecordAccess,
    private readonly names: Names,
  ) {}

  async report(report: ReportDefinition, request: ReportRequest, eyes: Eyes): Promise<Answer<Report>> {
    const { by, filters, from, to, sort, limit = ROWS } = request;
    expectShown(report, request, eyes);
    const totals = await figuresOf(this.facts, report, request, [], eyes);
    const figures = by.length > 0 ? await figuresOf(this.facts, report, request, by, eyes) : { ...totals, value: [] };
    const rows = ranked(report, sort, figures.value).slice(0, limit);
    const labels = await this.labels(report, by, rows, eyes);
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

  async records(report: ReportDefinition, request: ReportRequest, eyes: Eyes): Promise<Answer<ReportRecords>> {
    const { limit = RECORDS, cursor } = request;
    expectShown(report, request, eyes);
    const query = listQuery(conditionsOf(report, request), `-${report.time}`, { limit, cursor });
    const view = report.view as Readable<CustomerRecord>;
    return seenPage(await this.facts.find(view, query, eyes), PERSONAL.fact, (fact): object => fact);
  }

  private async labels(
    report: ReportDefinition,
    by: readonly string[],
    rows: readonly Figure[],
    { sight }: Eyes,
  ): Promise<Labels> {
    const named = by.map(async (dimension) => {
      const kind = report.dimensions[dimension]!.names;
      const ids = rows.map(({ key }) => key[dimension]).filter((value) => typeof value === 'string');
      if (kind === 'customers') return { [dimension]: await this.names.customersFor(sight, ids) };
      return kind ? { [dimension]: await this.names.owners(ids) } : {};
    });
    return Object.assign({}, ...(await Promise.all(named))) as Labels;
  }
}

/** What cannot be seen cannot be counted by. Throws `HttpProblem` 403 `PersonalDataHidden`. */
const expectShown = ({ dimensions }: ReportDefinition, { by, filters }: ReportRequest, { sight, permission }: Eyes) => {
  const dimension = [...by, ...Object.keys(filters)].find((name) => dimensions[name]!.personal);
  if (dimension !== undefined && !seesPersonal(sight, permission))
    throw accessProblems.problem('PersonalDataHidden', { permission: 'personal.read', dimension });
};
