import {
  LiveOrganisation,
  RecordAccess,
  RecordGroups,
  type ReadContext,
  type Reading,
  type Seen,
} from '@annals/access';
import type { ListedView, Query } from '@annals/event-sourcing';
import { encodeCursor } from '@annals/http';
import { Views, type Answer } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { Answers } from './answers.js';
import { aboutCustomers, customersIn, type ListForm } from './list-form.js';
import { listQuery } from './list-query.js';
import { MOST_COUNTED, totalOf, type Total } from './total.js';

export type ListPage = { readonly items: readonly object[]; readonly next: string | null; readonly total?: Total };

/** `value` is `null` both if there is no such record and if the caller may not see it. */
export type RecordAnswer = Answer<object | null> & { readonly revision?: number | undefined };

/** Answers every list and every single record from what its view declares. */
@Injectable()
export class Reader {
  constructor(
    private readonly views: Views,
    private readonly records: RecordAccess,
    private readonly groups: RecordGroups,
    private readonly organisation: LiveOrganisation,
    private readonly answers: Answers,
  ) {}

  /** A page of what the caller may see; of a merged customer, the records of the survivor. Throws as `listQuery` does, and 422 `ScopeTooWide` if a total is asked for. */
  async list(view: ListedView, form: ListForm, context: ReadContext): Promise<Answer<ListPage>> {
    const asked = await ledToSurvivors(form, context);
    const { query, within } = listQuery(view, asked, context.rights, await this.organisation.now());
    const reading = { context, permission: rightOf(view), within };
    const [{ value, ...state }, total] = await Promise.all([
      this.find(view, query, reading),
      form.total === undefined ? undefined : this.total(view, query, reading),
    ]);
    const answers = await this.answers.of(view, value.items);
    const documents = value.items.map(({ document }) => document);
    const incomplete = await this.answers.incompleteness.ofList(view, form, documents, context);
    return { ...state, incomplete, value: { items: answers, next: encodeCursor(value.next), ...(total && { total }) } };
  }

  async one(view: ListedView, id: string, context: ReadContext): Promise<RecordAnswer> {
    const { value: document, ...state } = await this.views.one(view, id, context.fresh);
    const { visible, masked } = await this.decide(view, id, document, context);
    if (document === null || !visible) return { ...state, value: null };
    const [value] = await this.answers.of(view, [{ document, masked }]);
    const incomplete = this.answers.incompleteness.ofRecord(view, id, document);
    return { ...state, incomplete, value: value!, revision: view.revision?.(document) };
  }

  private async find(view: ListedView, query: Query, reading: Reading): Promise<Answer<Seen<object>>> {
    if (isAboutCustomers(view)) return this.records.find(view, query, reading);
    const { rights, fresh } = reading.context;
    const { value, ...state } = await this.views.find(view, query, fresh);
    const masked = !rights.may('personal.read');
    return { ...state, value: { ...value, items: value.items.map((item) => ({ ...item, masked })) } };
  }

  private async total(view: ListedView, { where = [] }: Query, reading: Reading): Promise<Total> {
    const most = MOST_COUNTED + 1;
    const { value } = isAboutCustomers(view)
      ? await this.groups.count(view, where, most, reading)
      : await this.views.count(view, where, reading.context.fresh, most);
    return totalOf(value);
  }

  private async decide(view: ListedView, id: string, document: object | null, context: ReadContext) {
    if (!isAboutCustomers(view))
      return { visible: context.rights.may(rightOf(view)), masked: !context.rights.may('personal.read') };
    return this.records.decide(view, id, document, { context, permission: rightOf(view) });
  }
}

const ledToSurvivors = async (form: ListForm, context: ReadContext): Promise<ListForm> => {
  const customers = customersIn(form);
  return customers.length === 0 ? form : aboutCustomers(form, await context.ledTo(customers));
};

const isAboutCustomers = ({ fields }: ListedView) => 'customer' in fields;

const rightOf = ({ list }: ListedView) => list.needs;
