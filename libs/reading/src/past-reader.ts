import { LiveOrganisation, RecordAccess, type ReadContext } from '@annals/access';
import { FoldedViews, typesOf, valueOfField, type ListedView, type Moment, type Query } from '@annals/event-sourcing';
import { encodeCursor } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { Answers } from './answers.js';
import type { ListForm } from './list-form.js';
import { listQuery } from './list-query.js';
import { HISTORY } from './past-form.js';
import type { Look } from './names.js';
import { PastEvents } from './past-events.js';
import { pastProblems } from './past.problems.js';
import type { ListPage, RecordAnswer } from './reader.js';
import { totalOf } from './total.js';

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
   * A page of what the caller may see. Throws as `Reader.list` and as `ReadContext.expectVisible` for `history.read`, and 400
   * `CustomerNeeded`.
   */
  async list(view: ListedView, form: ListForm, moment: Moment, context: ReadContext): Promise<Answer<ListPage>> {
    const customerId = customerIn(form);
    const past = await context.expectVisible(HISTORY, customerId);
    const now = await this.organisation.now();
    const { value: folded, at, ...state } = await this.folded(view, customerId, moment, context.fresh);
    const { query, within } = listQuery(view, form, context.rights, now, at);
    const [decision] = await context.decide(view.list.needs, [{ customerId, keys: [] }], within);
    const [visible, masked] = [decision!.visible, past.masked || decision!.masked];
    const { documents, next } = visible ? folded.find(view.name, query) : { documents: [], next: null };
    const items = await this.answers.of(
      view,
      documents.map(({ body }) => ({ document: body, masked })),
      namesIn(folded),
    );
    const total = form.total !== undefined && totalOf(visible ? countOf(folded, view, query) : 0);
    const incomplete = await this.answers.incompleteness.ofList(view, form, [], context);
    return { ...state, incomplete, value: { items, next: encodeCursor(next), ...(total && { total }) } };
  }

  /** Of a record that the caller may see today. Throws `HttpProblem` 403 `NotAllowed` without `history.read`. */
  async one(view: ListedView, id: string, moment: Moment, context: ReadContext): Promise<RecordAnswer> {
    const { value: document, ...state } = await this.views.one(view, id, context.fresh);
    const customerId = document && valueOfField(view.fields['customer']!, document);
    if (typeof customerId !== 'string') return { ...state, value: null };
    const { visible, masked } = await this.sightOf(view, document!, context);
    const { value: folded } = await this.folded(view, customerId, moment, context.fresh);
    const [then] = visible ? folded.read([{ view: view.name, ids: [id] }])[0]!.documents : [];
    const [value = null] = await this.answers.of(view, then ? [{ document: then.body, masked }] : [], namesIn(folded));
    return {
      ...state,
      value,
      ...(visible && { incomplete: this.answers.incompleteness.ofRecord(view, id, document!) }),
    };
  }

  private async sightOf(view: ListedView, document: object, context: ReadContext) {
    context.expectRight(HISTORY);
    const decisions = [HISTORY, view.list.needs].map((permission) =>
      this.records.decide(view, document, { context, permission }),
    );
    const [past, now] = await Promise.all(decisions);
    return { visible: past!.visible && now!.visible, masked: past!.masked || now!.masked };
  }

  private async folded(view: ListedView, customerId: string, moment: Moment, fresh?: Freshness) {
    const views = [view, ...this.answers.names.viewsOf(view)];
    const { value, ...state } = await this.past.until(customerId, moment, views.flatMap(typesOf), fresh);
    const folded = new FoldedViews(views);
    folded.add(value.events);
    return { ...state, value: folded, at: value.at };
  }
}

const namesIn =
  (folded: FoldedViews): Look =>
  async ({ name }, ids) => {
    const [part] = folded.read([{ view: name, ids }]);
    return new Map(part!.documents.map(({ id, body }) => [id, body]));
  };

const customerIn = (form: ListForm): string => {
  const { customer = [] } = form as { readonly customer?: string | readonly string[] };
  const [one, ...others] = [customer].flat();
  if (one === undefined || others.length > 0) throw pastProblems.problem('CustomerNeeded', { field: 'customer' });
  return one;
};

const countOf = (folded: FoldedViews, { name }: ListedView, { where = [] }: Query): number =>
  folded.read([{ view: name, aggregation: { where, groupBy: [] } }])[0]!.groups[0]?.count ?? 0;
