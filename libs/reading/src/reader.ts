import { accessProblems, CustomerAccess, RecordAccess, seesPersonal, type Seen, type Sight } from '@annals/access';
import type { ListedView, Query } from '@annals/event-sourcing';
import { encodeCursor, type Caller } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { answerOf } from './answer-of.js';
import type { ListForm } from './list-form.js';
import { listQuery, personalIn } from './list-query.js';

export type ListPage = { readonly items: readonly object[]; readonly next: string | null };

/** `value` is `null` both if there is no such record and if the caller may not see it. */
export type RecordAnswer = Answer<object | null> & { readonly revision?: number | undefined };

/** Who reads, and how fresh. */
export type Reading = { readonly caller: Caller; readonly fresh?: Freshness | undefined };

/** Answers every list and every single record from what its view declares. */
@Injectable()
export class Reader {
  constructor(
    private readonly views: Views,
    private readonly customers: CustomerAccess,
    private readonly records: RecordAccess,
  ) {}

  /** A page of what the caller may see. Throws `HttpProblem` 403 `PersonalDataHidden`, 400 `CursorInvalid`. */
  async list(view: ListedView, form: ListForm, { caller, fresh }: Reading): Promise<Answer<ListPage>> {
    const query = listQuery(view, form);
    const sight = await this.customers.sight(caller);
    expectShown(view, query, sight);
    const { value, ...state } = await this.find(view, query, sight, fresh);
    const items = value.items.map(({ document, masked }) => answerOf(view, document, masked));
    return { ...state, value: { items, next: encodeCursor(value.next) } };
  }

  async one(view: ListedView, id: string, { caller, fresh }: Reading): Promise<RecordAnswer> {
    const { value: document, ...state } = await this.views.one(view, id, fresh);
    const { visible, masked } = await this.decide(view, document, await this.customers.sight(caller), fresh);
    if (document === null || !visible) return { ...state, value: null };
    return { ...state, value: answerOf(view, document, masked), revision: view.revision?.(document) };
  }

  private async find(view: ListedView, query: Query, sight: Sight, fresh?: Freshness): Promise<Answer<Seen<object>>> {
    if (isAboutCustomers(view)) return this.records.find(view, query, { sight, permission: rightOf(view), fresh });
    const { value, ...state } = await this.views.find(view, query, fresh);
    const masked = !sight.may('personal.read');
    return { ...state, value: { ...value, items: value.items.map((item) => ({ ...item, masked })) } };
  }

  private async decide(view: ListedView, document: object | null, sight: Sight, fresh?: Freshness) {
    if (document === null || !isAboutCustomers(view))
      return { visible: sight.may(rightOf(view)), masked: !sight.may('personal.read') };
    return this.records.decide(view, document, { sight, permission: rightOf(view), fresh });
  }
}

const isAboutCustomers = ({ fields }: ListedView) => 'customer' in fields;

const rightOf = ({ list }: ListedView) => list.needs;

/** What cannot be seen can be neither looked for nor put in order. */
const expectShown = (view: ListedView, query: Query, sight: Sight) => {
  const [field] = personalIn(view, query);
  if (field === undefined || seesPersonal(sight, rightOf(view))) return;
  throw accessProblems.problem('PersonalDataHidden', { permission: 'personal.read', field });
};
