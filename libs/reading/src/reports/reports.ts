import { accessProblems, CustomerPlaces, RecordAccess, RecordGroups, seesPersonal, type Reading } from '@annals/access';
import type { ReportedView } from '@annals/event-sourcing';
import { decodeCursor, encodeCursor } from '@annals/http';
import { Views, type Answer } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { answerOf } from '../answers.js';
import { lookIn, Names } from '../names.js';
import { figuresOf, type Figure } from './figures.js';
import { ranked, rowOf, weakest, type Labels, type Report } from './report-answer.js';
import { conditionsOf, type ReportRequest } from './report-request.js';

/** The documents behind a figure, the latest first. */
export type ReportRecords = { readonly items: readonly object[]; readonly next: string | null };

const ROWS = 1_000;
const RECORDS = 50;
const AT_ONCE = 200; // reads in one round trip

/** Groups, adds up and lists the documents of any view that declares a report. */
@Injectable()
export class Reports {
  private readonly records: RecordAccess;
  private readonly groups: RecordGroups;

  /** `places` are those of today, whatever the views are. */
  constructor(
    private readonly views: Views,
    places: CustomerPlaces,
    private readonly names: Names,
  ) {
    this.records = new RecordAccess(views, places);
    this.groups = new RecordGroups(views, places);
  }

  async figures(view: ReportedView, request: ReportRequest, reading: Reading): Promise<Answer<Report>> {
    const { by, sort, limit = ROWS } = request;
    expectShown(view, request, reading);
    const totals = await figuresOf(this.groups, view, request, [], reading);
    const figures = by.length > 0 ? await figuresOf(this.groups, view, request, by, reading) : { ...totals, value: [] };
    const rows = ranked(view.report, sort, figures.value).slice(0, limit);
    const labels = await this.labels(view, by, rows, reading);
    return {
      ...weakest(totals, figures),
      value: {
        ...askedIn(view, request),
        rows: rows.map((figure) => rowOf(view.report, request, figure, labels)),
        left: figures.value.length - rows.length,
        totals: totals.value.map((figure) => rowOf(view.report, request, figure)),
      },
    };
  }

  async behind(view: ReportedView, request: ReportRequest, reading: Reading): Promise<Answer<ReportRecords>> {
    const { limit = RECORDS, cursor } = request;
    expectShown(view, request, reading);
    const where = conditionsOf(view, request);
    const query = { where, sort: { field: view.report.time, descending: true }, limit, after: decodeCursor(cursor) };
    const { value, ...state } = await this.records.find(view, query, reading);
    const items = value.items.map(({ document, masked }) => answerOf(view, document, masked));
    return { ...state, value: { items, next: encodeCursor(value.next) } };
  }

  private async labels(
    view: ReportedView,
    by: readonly string[],
    rows: readonly Figure[],
    { context }: Reading,
  ): Promise<Labels> {
    const named = by.map(async (dimension) => {
      const values = rows.map(({ key }) => key[dimension]).filter((value) => typeof value === 'string');
      if (dimension === 'customer')
        return { [dimension]: await this.names.ofCustomers(values, context, lookIn(this.views)) };
      return { [dimension]: await this.lastCalled(view, dimension, values) };
    });
    return Object.assign({}, ...(await Promise.all(named))) as Labels;
  }

  /** By value what the last document that has it calls it. */
  private async lastCalled({ report, ...view }: ReportedView, dimension: string, values: readonly string[]) {
    const label = (report.labels as Named | undefined)?.[dimension];
    if (label === undefined) return new Map<string, string>();
    const sort = { field: report.time, descending: true };
    const wanted = [...new Set(values)];
    const names = new Map<string, string>();
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const some = wanted.slice(from, from + AT_ONCE);
      const reads = some.map((is) => ({
        view: view.name,
        query: { where: [{ field: dimension, is }], sort, limit: 1 },
      }));
      const { value: parts } = await this.views.together(reads);
      parts.forEach(({ documents }, index) => {
        const name = documents.map(({ body }) => label(body))[0] ?? null;
        if (name !== null) names.set(some[index]!, name);
      });
    }
    return names;
  }
}

const askedIn = ({ report: { name } }: ReportedView, { by, filters, from, to, then }: ReportRequest) => ({
  ...{ name, by, where: filters, from: from ?? null, to: to ?? null },
  ...{ asOf: then?.asOf ?? null, axis: then?.axis ?? null },
});

type Named = Readonly<Record<string, (document: object) => string | null>>;

/** What cannot be seen cannot be counted by. Throws `HttpProblem` 403 `PersonalDataHidden`. */
const expectShown = ({ fields }: ReportedView, { by, filters }: ReportRequest, { context, permission }: Reading) => {
  const dimension = [...by, ...Object.keys(filters)].find((name) => fields[name]!.personal);
  if (dimension !== undefined && !seesPersonal(context.rights, permission))
    throw accessProblems.problem('PersonalDataHidden', { permission: 'personal.read', dimension });
};
