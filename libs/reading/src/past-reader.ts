import { LiveOrganisation, RecordAccess, type ReadContext } from '@annals/access';
import { fieldOf, FoldedViews, typesOf, type ListedView, type Moment } from '@annals/event-sourcing';
import { encodeCursor } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { Answers } from './answers.js';
import { aboutCustomers, customersIn, type ListForm } from './list-form.js';
import { listQuery } from './list-query.js';
import { HISTORY } from './past-form.js';
import { lookIn } from './names.js';
import { PastEvents } from './past-events.js';
import { pastProblems } from './past.problems.js';
import type { ListPage, RecordAnswer } from './reader.js';
import { totalOf } from './total.js';
import { ViewsThen } from './views-then.js';

/** Answers the lists and records of one customer as of a moment, by the same views, folded from the history of the customer. Today's rights apply. */
@Injectable()
export class PastReader {
  constructor(
    private readonly views: Views,
    private readonly records: RecordAccess,
    private readonly organisation: LiveOrganisation,
    private readonly past: PastEvents,
    private readonly answers: Answers,
  ) {}

  /**
   * A page of what the caller may see; of a customer who is merged at the moment, the records of the survivor. Throws as `Reader.list` and as `ReadContext.expectVisible` for `history.read`, and 400
   * `CustomerNeeded`.
   */
  async list(view: ListedView, form: ListForm, moment: Moment, context: ReadContext): Promise<Answer<ListPage>> {
    const customerId = customerIn(form);
    const past = await context.expectVisible(HISTORY, customerId);
    const now = await this.organisation.now();
    const { value: views, at, ...state } = await this.viewsAt(view, customerId, moment, context.fresh);
    const led = await this.past.ledTo([customerId], moment, context.fresh);
    const { query, within } = listQuery(view, aboutCustomers(form, led), context.rights, now, at);
    const [decision] = await context.decide(view.list.needs, [{ customerId, keys: [] }], within);
    const [visible, masked] = [decision!.visible, past.masked || decision!.masked];
    const { items: found, next } = visible ? (await views.find(view, query)).value : { items: [], next: null };
    const shown = found.map(({ document }) => ({ document, masked }));
    const items = await this.answers.of(view, shown, lookIn(views));
    const isCounted = form.total !== undefined;
    const total = isCounted && totalOf(visible ? (await views.count(view, query.where ?? [])).value : 0);
    const incomplete = await this.answers.incompleteness.ofList(view, form, [], context);
    return { ...state, incomplete, value: { items, next: encodeCursor(next), ...(total && { total }) } };
  }

  /** Of a record that the caller may see today. Throws `HttpProblem` 403 `NotAllowed` without `history.read`. */
  async one(view: ListedView, id: string, moment: Moment, context: ReadContext): Promise<RecordAnswer> {
    context.expectRight(HISTORY);
    const { value: document, ...state } = await this.views.one(view, id, context.fresh);
    const { visible, masked } = await this.sightOf(view, id, document, context);
    const customerId = document && fieldOf(view, 'customer', document);
    if (!visible || typeof customerId !== 'string') return { ...state, value: null };
    const { value: views } = await this.viewsAt(view, customerId, moment, context.fresh);
    const then = (await views.one(view, id)).value;
    const [value = null] = await this.answers.of(view, then ? [{ document: then, masked }] : [], lookIn(views));
    return { ...state, value, incomplete: this.answers.incompleteness.ofRecord(view, id, document!) };
  }

  private async sightOf(view: ListedView, id: string, document: object | null, context: ReadContext) {
    const decisions = [HISTORY, view.list.needs].map((permission) =>
      this.records.decide(view, id, document, { context, permission }),
    );
    const [past, now] = await Promise.all(decisions);
    return { visible: past!.visible && now!.visible, masked: past!.masked || now!.masked };
  }

  /** The view, and those with the names that it adds, as of the moment. */
  private async viewsAt(view: ListedView, customerId: string, moment: Moment, fresh?: Freshness) {
    const views = [view, ...this.answers.names.viewsOf(view)];
    const { value, ...state } = await this.past.until(customerId, moment, views.flatMap(typesOf), fresh);
    const folded = new FoldedViews(views);
    folded.add(value.events);
    return { ...state, value: new ViewsThen(folded, state), at: value.at };
  }
}

const customerIn = (form: ListForm): string => {
  const [one, ...others] = customersIn(form);
  if (one === undefined || others.length > 0) throw pastProblems.problem('CustomerNeeded', { field: 'customer' });
  return one;
};
