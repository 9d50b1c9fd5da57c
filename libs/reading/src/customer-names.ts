import { CustomerAccess, decide, MASK, type Sight } from '@annals/access';
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
    private readonly customers: CustomerAccess,
    @Inject(VIEWS) private readonly read: ReadViews,
  ) {}

  /** Those that somebody may not see are masked. */
  async seenBy(sight: Sight, ids: readonly string[]): Promise<KnownNames> {
    const view = this.read.find(namesCustomers);
    if (view === undefined || ids.length === 0) return new Map();
    const wanted = [...new Set(ids)];
    const [found, marks] = await Promise.all([this.views.many(view, wanted), this.customers.marks(wanted)]);
    const named = [...found.value].flatMap(([id, document]) => {
      const name = view.names.customer(document);
      const { masked } = decide(sight, 'customers.read', marks.value.get(id) ?? []);
      return name === null ? [] : [[id, masked ? MASK : name] as const];
    });
    return new Map(named);
  }
}
