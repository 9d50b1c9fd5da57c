import { MASK, type ReadContext } from '@annals/access';
import { namesCustomers } from '@annals/event-sourcing';
import { Views } from '@annals/projecting';
import { Inject, Injectable } from '@nestjs/common';
import { VIEWS, type ReadViews } from './read-views.js';

/** Name by id, without those that nobody knows. */
export type KnownNames = ReadonlyMap<string, string>;

/** What customers are called, for lists and reports that people read: as the view says that names customers. */
@Injectable()
export class CustomerNames {
  constructor(
    private readonly views: Views,
    @Inject(VIEWS) private readonly read: ReadViews,
  ) {}

  /** Names that the caller may not see are masked. */
  async seenIn(context: ReadContext, ids: readonly string[]): Promise<KnownNames> {
    const view = this.read.find(namesCustomers);
    if (view === undefined || ids.length === 0) return new Map();
    const wanted = [...new Set(ids)];
    const subjects = wanted.map((customerId) => ({ customerId, keys: [] }));
    const [found, decisions] = await Promise.all([
      this.views.many(view, wanted),
      context.decide('customers.read', subjects),
    ]);
    const named = wanted.flatMap((id, index) => {
      const document = found.value.get(id);
      const name = document === undefined ? null : view.names.customer(document);
      return name === null ? [] : [[id, decisions[index]!.masked ? MASK : name] as const];
    });
    return new Map(named);
  }
}
