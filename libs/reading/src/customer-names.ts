import { MASK, type ReadContext } from '@annals/access';
import { Injectable } from '@nestjs/common';
import { Names, type KnownNames } from './names.js';

/** What customers are called, for reports that people read. */
@Injectable()
export class CustomerNames {
  constructor(private readonly names: Names) {}

  /** Names that the caller may not see are masked. */
  async seenIn(context: ReadContext, ids: readonly string[]): Promise<KnownNames> {
    if (ids.length === 0) return new Map();
    const wanted = [...new Set(ids)];
    const subjects = wanted.map((customerId) => ({ customerId, keys: [] }));
    const [found, decisions] = await Promise.all([
      this.names.known('customer', wanted),
      context.decide('customers.read', subjects),
    ]);
    const named = wanted.flatMap((id, index) => {
      const name = found.get(id);
      return name === undefined ? [] : [[id, decisions[index]!.masked ? MASK : name] as const];
    });
    return new Map(named);
  }
}
