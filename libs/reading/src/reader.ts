import { accessProblems, RecordAccess, seesPersonal, type ReadContext, type Rights, type Seen } from '@annals/access';
import type { ListedView, Query } from '@annals/event-sourcing';
import { encodeCursor } from '@annals/http';
import { Views, type Answer } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { answerOf } from './answer-of.js';
import type { ListForm } from './list-form.js';
import { listQuery, personalIn } from './list-query.js';
import { Names } from './names.js';

export type ListPage = { readonly items: readonly object[]; readonly next: string | null };

/** `value` is `null` both if there is no such record and if the caller may not see it. */
export type RecordAnswer = Answer<object | null> & { readonly revision?: number | undefined };

/** Answers every list and every single record from what its view declares. */
@Injectable()
export class Reader {
  constructor(
    private readonly views: Views,
    private readonly records: RecordAccess,
    private readonly names: Names,
  ) {}

  /** A page of what the caller may see. Throws `HttpProblem` 403 `PersonalDataHidden`, 400 `CursorInvalid`. */
  async list(view: ListedView, form: ListForm, context: ReadContext): Promise<Answer<ListPage>> {
    const query = listQuery(view, form);
    expectShown(view, query, context.rights);
    const { value, ...state } = await this.find(view, query, context);
    const namesOf = await this.names.of(
      view,
      value.items.map(({ document }) => document),
    );
    const items = value.items.map(({ document, masked }) => ({
      ...answerOf(view, document, masked),
      ...namesOf(document, masked),
    }));
    return { ...state, value: { items, next: encodeCursor(value.next) } };
  }

  async one(view: ListedView, id: string, context: ReadContext): Promise<RecordAnswer> {
    const { value: document, ...state } = await this.views.one(view, id, context.fresh);
    const { visible, masked } = await this.decide(view, document, context);
    if (document === null || !visible) return { ...state, value: null };
    const namesOf = await this.names.of(view, [document]);
    const value = { ...answerOf(view, document, masked), ...namesOf(document, masked) };
    return { ...state, value, revision: view.revision?.(document) };
  }

  private async find(view: ListedView, query: Query, context: ReadContext): Promise<Answer<Seen<object>>> {
    if (isAboutCustomers(view)) return this.records.find(view, query, { context, permission: rightOf(view) });
    const { value, ...state } = await this.views.find(view, query, context.fresh);
    const masked = !context.rights.may('personal.read');
    return { ...state, value: { ...value, items: value.items.map((item) => ({ ...item, masked })) } };
  }

  private async decide(view: ListedView, document: object | null, context: ReadContext) {
    if (document === null || !isAboutCustomers(view))
      return { visible: context.rights.may(rightOf(view)), masked: !context.rights.may('personal.read') };
    return this.records.decide(view, document, { context, permission: rightOf(view) });
  }
}

const isAboutCustomers = ({ fields }: ListedView) => 'customer' in fields;

const rightOf = ({ list }: ListedView) => list.needs;

/** What cannot be seen can be neither looked for nor put in order. */
const expectShown = (view: ListedView, query: Query, rights: Rights) => {
  const [field] = personalIn(view, query);
  if (field === undefined || seesPersonal(rights, rightOf(view))) return;
  throw accessProblems.problem('PersonalDataHidden', { permission: 'personal.read', field });
};
