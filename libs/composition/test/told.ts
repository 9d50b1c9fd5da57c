import {
  FoldedViews,
  isListed,
  isReported,
  type Condition,
  type RecordedEvent,
  type Scalar,
} from '@annals/event-sourcing';
import { countsByMonth, type WholeCustomerView } from '@annals/queries';
import { askPage } from '@annals/reading';
import type { Catalogue } from '@annals/slice';

type Filters = Readonly<Record<string, Scalar>>;
type Row = Readonly<Record<string, unknown>>;

const MOST = 10_000; // records

/** What the product says about one customer after some events: on the page, in lists and in reports, as everybody with all rights reads it. */
export class Told {
  readonly page: WholeCustomerView;
  private readonly folded: FoldedViews;

  constructor(
    private readonly catalogue: Pick<Catalogue, 'page' | 'views' | 'responsibilities'>,
    readonly customerId: string,
    log: readonly RecordedEvent[],
    readonly today: string,
  ) {
    this.folded = new FoldedViews(catalogue.views);
    this.folded.add(log);
    const { reads, answer } = askPage(catalogue.page, { today, isAllowed: () => true });
    this.page = answer(customerId, this.folded.read(reads.of(customerId)), false) as WholeCustomerView;
  }

  /** All records of the customer in a list with these values, in its first order. */
  list<R = Row>(path: string, filters: Filters = {}): readonly R[] {
    const wanted = Object.entries(filters).map(([name, is]) => [name, [is]] as const);
    return this.found<R>(path, wanted, [this.ours]);
  }

  private found<R>(path: string, wanted: readonly (readonly [string, readonly Scalar[]])[], own: readonly Condition[]) {
    const view = this.catalogue.views.filter(isListed).find(({ list }) => list.path === path)!;
    const { sorts, conditions = {} } = view.list;
    const sort = { field: sorts[0].replace(/^-/, ''), descending: sorts[0].startsWith('-') };
    const where = wanted.flatMap(([field, values]): readonly Condition[] =>
      field in conditions ? conditions[field]!(new Date(`${this.today}T00:00:00Z`)) : [{ field, in: values }],
    );
    const page = this.folded.find(view.name, { where: [...own, ...where], sort, limit: MOST });
    return page.documents.map(({ body }) => view.answer.of(body as never) as R);
  }

  /** A measure of a report; by the fields that are never added up over, if there are any, such as the currency. */
  report(name: string, measure: string, filters: Filters = {}): unknown {
    const view = this.catalogue.views.filter(isReported).find(({ report }) => report.name === name)!;
    const { sum, amounts = [], apart = [], measures } = view.report;
    const where = [this.ours, ...Object.entries(filters).map(([field, is]) => ({ field, is }))];
    const aggregation = { where, groupBy: apart, sum, amounts };
    const [part] = this.folded.read([{ view: view.name, aggregation }]);
    const figures = part!.groups.map(({ key, count, sums, amounts: added }) => {
      const named = Object.fromEntries(sum.map((field, index) => [field, sums[index]!]));
      const exact = Object.fromEntries(amounts.map((field, index) => [field, added[index]!]));
      return [key.join(' '), measures[measure]!.of({ ...named, count }, exact, {})] as const;
    });
    return apart.length > 0 ? Object.fromEntries(figures) : (figures[0]?.[1] ?? 0);
  }

  /** The state in which the customer is counted now. */
  state(): unknown {
    return this.counted('state');
  }

  /** The state in which the customer is counted at the end of the last month that is known. */
  stateOfLastMonth(): unknown {
    const moves = this.folded.read([
      { view: 'customer-list', aggregation: { where: [this.ours], groupBy: ['moves'] } },
    ]);
    const months = countsByMonth(moves[0]!.groups);
    return Object.entries(months.at(-1)!.counts)
      .flatMap(([state, count]) => (count === 0 ? [] : [state]))
      .join();
  }

  /** How much of each kind a user is responsible for. */
  responsibilities(userId: string): readonly unknown[] {
    return this.catalogue.responsibilities.map(({ name, view, of }) => {
      const [part] = this.folded.read([{ view: view.name, aggregation: { where: of(userId), groupBy: [] } }]);
      return [name, part!.groups[0]?.count ?? 0];
    });
  }

  /** The same by the lists that show it. */
  responsibilitiesListed(userId: string): readonly unknown[] {
    return this.catalogue.responsibilities.map(({ name, list }) => {
      const { pathname, searchParams } = new URL(list(userId), 'http://annals/v1/');
      const wanted = [...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)] as const);
      return [name, this.found(pathname.slice('/v1/'.length), wanted, []).length];
    });
  }

  private counted(field: string) {
    const [part] = this.folded.read([{ view: 'customer-list', aggregation: { where: [this.ours], groupBy: [field] } }]);
    return part!.groups[0]?.key[0];
  }

  private get ours(): Condition {
    return { field: 'customer', is: this.customerId };
  }
}
