import type { ResponsibilityCount } from '@annals/http';
import { Views, type Answer, type Freshness } from '@annals/projecting';
import { MOST_COUNTED, totalOf } from '@annals/reading';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';

/** What a user is responsible for now. */
export type UserResponsibilities = { readonly userId: string; readonly items: readonly ResponsibilityCount[] };

/** Counts what users are responsible for, as the slices declare it. */
@Injectable()
export class Responsibilities {
  constructor(
    private readonly views: Views,
    @Inject(CATALOGUE) private readonly catalogue: Pick<Catalogue, 'responsibilities'>,
  ) {}

  async of(userId: string, fresh?: Freshness): Promise<Answer<UserResponsibilities>> {
    const counted = await Promise.all(
      this.catalogue.responsibilities.map(async ({ name, view, of, list }) => {
        const { value, position, stale } = await this.views.count(view, of(userId), fresh, MOST_COUNTED + 1);
        const item = { kind: name, ...totalOf(value), list: `/v1/${list(userId)}` };
        return { item, position, stale };
      }),
    );
    return {
      position: Math.min(...counted.map(({ position }) => position)),
      stale: counted.some(({ stale }) => stale),
      value: { userId, items: counted.map(({ item }) => item) },
    };
  }
}
